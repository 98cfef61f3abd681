package io.tanlian.ledger.storage;

/**
 * How the ledger stands, as far as it matters to whoever wants to write the next batch.
 *
 * @param epoch the newest one; 0 if nobody was ever elected
 * @param head the newest one
 */
public record Standing(long epoch, StoredHead head) {}
