package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.tlog.GrownTree;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.SignedNote;
import java.util.ArrayList;
import java.util.List;

/** What a caller is told. Receipts are made on the caller's side, from what the batch left. */
sealed interface Answer {

  AppendOutcome outcome();

  record Known(AppendOutcome outcome) implements Answer {}

  /**
   * An append that is on the ledger.
   *
   * @param tree proves every leaf of the batch
   */
  record Durable(
      long firstIndex, List<PendingAppend.Leaf> leaves, GrownTree tree, SignedNote checkpoint)
      implements Answer {

    @Override
    public AppendOutcome outcome() {
      List<Receipt> receipts = new ArrayList<>(leaves.size());
      long index = firstIndex;
      for (PendingAppend.Leaf leaf : leaves) {
        receipts.add(
            new Receipt(
                EntryCodec.header(leaf.rows().bytes(), leaf.entry()),
                index,
                Proofs.inclusion(index, tree.size(), tree),
                checkpoint));
        index++;
      }
      return new AppendOutcome.Appended(firstIndex, tree.size(), receipts);
    }
  }
}
