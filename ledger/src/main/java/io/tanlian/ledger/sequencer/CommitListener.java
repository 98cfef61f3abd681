package io.tanlian.ledger.sequencer;

/** Hears of every batch of this node that was committed. */
@FunctionalInterface
public interface CommitListener {
  /**
   * Called on one thread, in order, after the commit and before any caller hears of it. The next
   * batch may be committed meanwhile. Must not block.
   */
  void committed(CommittedBatch batch);
}
