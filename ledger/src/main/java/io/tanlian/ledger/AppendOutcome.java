package io.tanlian.ledger;

import io.tanlian.tlog.checkpoint.Receipt;
import java.util.List;
import java.util.UUID;

/**
 * What became of an append. Only {@link Appended} and {@link Failed} can have changed the ledger.
 */
public sealed interface AppendOutcome {

  /**
   * The entries are on the ledger, durably, under a signed checkpoint.
   *
   * @param firstIndex index of the first of them; the others follow
   * @param treeSize size of the checkpoint they were committed under
   * @param receipts the proof of each, in order, under that checkpoint
   */
  record Appended(long firstIndex, long treeSize, List<Receipt> receipts) implements AppendOutcome {
    public Appended {
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * The condition does not hold. Read again and decide again.
   *
   * @param index an entry the decision had not seen
   */
  record Conflict(long index) implements AppendOutcome {}

  /**
   * An entry with this event id is on the ledger already; nothing was appended.
   *
   * @param index where it is
   */
  record Duplicate(UUID eventId, long index) implements AppendOutcome {}

  /**
   * Too many appends are waiting; nothing was appended.
   *
   * @param retryAfterMs when to try again
   */
  record Busy(long retryAfterMs) implements AppendOutcome {}

  /**
   * The entries can never be appended as they are.
   *
   * @param reason the rule they break, with its numbers
   */
  record Refused(String reason) implements AppendOutcome {}

  /** This node does not lead, or no longer; nothing was appended. The leader can. */
  record NotLeading() implements AppendOutcome {}

  /**
   * The database did not take the append, or did not say so in time. Trying again with the same
   * event ids is safe: if the first try went through after all, the second is a {@link Duplicate}.
   *
   * @param cause what went wrong, in words for an operator
   */
  record Failed(String cause) implements AppendOutcome {}
}
