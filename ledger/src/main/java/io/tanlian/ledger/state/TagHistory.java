package io.tanlian.ledger.state;

import io.tanlian.ledger.SequencedEntry;
import java.util.List;

/**
 * The entries within a boundary, as of a tree size.
 *
 * @param head the tree size: every entry with a smaller index was looked at, and no other
 * @param entries in order of index
 */
public record TagHistory(long head, List<SequencedEntry> entries) {}
