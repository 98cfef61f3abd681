package io.tanlian.ledger;

import io.tanlian.tlog.entry.Entry;

/**
 * An entry on the ledger.
 *
 * @param index its dense position from 0, which is its leaf in the Merkle tree
 */
public record SequencedEntry(long index, Entry entry) {}
