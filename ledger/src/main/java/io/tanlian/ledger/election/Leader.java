package io.tanlian.ledger.election;

/**
 * The node elected last. It may have stopped since.
 *
 * @param epoch counts the elections of a log, from 1
 */
public record Leader(long epoch, NodeAddress address) {}
