package io.tanlian.ledger;

import java.util.Optional;

/**
 * An entry and the bytes kept beside it.
 *
 * @param attachment empty if there never were any, or they are erased
 */
public record KeptEntry(SequencedEntry entry, Optional<byte[]> attachment) {}
