package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.storage.BatchRows;
import io.tanlian.ledger.storage.NewCheckpoint;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A batch as it will be on the ledger once it is committed.
 *
 * @param signing of its checkpoint, beside all else: it takes as long as a dozen rows
 */
record DraftedBatch(
    List<PendingAppend> batch,
    BatchPlan plan,
    GrowingTree.Growth growth,
    CompletableFuture<SignedNote> signing) {
  private static final Answer NOT_COMMITTED =
      new Answer.Known(
          new AppendOutcome.Failed(
              "nothing was appended: the connection to the database was lost before the commit"));

  /**
   * Lets the tree grow and begins to sign.
   *
   * @param plan places at least one append
   */
  static DraftedBatch of(
      List<PendingAppend> batch, BatchPlan plan, GrowingTree current, NoteSigner signer) {
    GrowingTree.Growth growth =
        current.grow(plan.leaves().stream().map(PendingAppend.Leaf::hash).toList());
    GrowingTree after = growth.after();
    return new DraftedBatch(
        batch,
        plan,
        growth,
        CompletableFuture.supplyAsync(
            () ->
                Checkpoint.of(signer.verifierKey().name(), after.size(), after.root()).sign(signer),
            Thread::startVirtualThread));
  }

  BatchRows rows() {
    return new BatchRows(
        plan.firstIndex(),
        plan.leaves().stream().map(PendingAppend.Leaf::rows).toList(),
        growth.filled());
  }

  /** Waits for the signature. */
  NewCheckpoint checkpoint() {
    return new NewCheckpoint(growth.after().size(), growth.after().root(), signing.join().format());
  }

  EndedBatch durable() {
    List<Answer> answers = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      answers.add(durable(plan.answers().get(i), batch.get(i)));
    }
    return new EndedBatch(
        answers,
        Optional.of(
            new CommittedBatch(
                plan.firstIndex(),
                plan.leaves().stream().map(PendingAppend.Leaf::entry).toList(),
                signing.join())));
  }

  private Answer durable(BatchPlan.Answer planned, PendingAppend append) {
    return switch (planned) {
      case BatchPlan.Rejected(AppendOutcome outcome) -> new Answer.Known(outcome);
      case BatchPlan.Placed(long first) ->
          new Answer.Durable(first, append.leaves(), growth.grown(), signing.join());
    };
  }

  EndedBatch lost() {
    return EndedBatch.withoutEntries(
        plan.answers().stream()
            .map(planned ->
                planned instanceof BatchPlan.Rejected(AppendOutcome outcome)
                    ? new Answer.Known(outcome)
                    : NOT_COMMITTED)
            .toList());
  }
}
