package io.tanlian.ledger.sequencer;

/** Hears of every batch of this node that was committed. */
@FunctionalInterface
public interface CommitListener {
  /**
   * Called on the sequencer's thread, in order, after the commit and before any caller hears of it.
   * Must not block.
   */
  void committed(CommittedBatch batch);
}
