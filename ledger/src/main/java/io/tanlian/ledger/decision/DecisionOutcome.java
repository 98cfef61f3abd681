package io.tanlian.ledger.decision;

import io.tanlian.tlog.checkpoint.Receipt;
import java.util.List;
import java.util.UUID;

/**
 * What became of a decision.
 *
 * @param <R> how it says no
 */
public sealed interface DecisionOutcome<R> {

  /**
   * The entries are on the ledger, durably, at consecutive indexes.
   *
   * @param firstIndex index of the first of them
   * @param receipts the proof of each, in order
   */
  record Appended<R>(long firstIndex, List<Receipt> receipts) implements DecisionOutcome<R> {
    public Appended {
      receipts = List.copyOf(receipts);
    }
  }

  /** The decision was no; nothing was appended. */
  record Refused<R>(R refusal) implements DecisionOutcome<R> {}

  /** An entry with this event id was on the ledger already; nothing was appended now. */
  record Duplicate<R>(UUID eventId, long index) implements DecisionOutcome<R> {}

  /** Too much is going on at once; nothing was appended. */
  record Busy<R>(long retryAfterMs) implements DecisionOutcome<R> {}

  /** An entry breaks a rule of the ledger itself, such as its length; nothing was appended. */
  record Unacceptable<R>(String reason) implements DecisionOutcome<R> {}

  /** The ledger did not answer. Trying again with the same event ids is safe. */
  record Failed<R>(String cause) implements DecisionOutcome<R> {}
}
