package io.tanlian.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Puts entries on the ledger in one order. */
public interface Sequencer {
  /**
   * Appends the entries next to each other, all or none.
   *
   * @param entries one or more
   * @return never completes exceptionally, always completes in bounded time, and never on the
   *     sequencer's own thread
   */
  CompletableFuture<AppendOutcome> append(List<NewEntry> entries, AppendCondition condition);
}
