package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.tlog.note.SignedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A batch as it is, or would be, on the ledger. */
record WrittenBatch(
    List<PendingAppend> batch,
    BatchPlan plan,
    GrowingTree.@Nullable Growth growth,
    @Nullable SignedNote checkpoint) {
  private static final Answer NOT_COMMITTED =
      new Answer.Known(
          new AppendOutcome.Failed(
              "nothing was appended: the connection to the database was lost before the commit"));

  EndedBatch durable() {
    List<Answer> answers = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      answers.add(durable(plan.answers().get(i), batch.get(i)));
    }
    return new EndedBatch(
        answers,
        Optional.ofNullable(checkpoint)
            .map(signed ->
                new CommittedBatch(
                    plan.firstIndex(),
                    plan.leaves().stream().map(PendingAppend.Leaf::entry).toList(),
                    signed)));
  }

  private Answer durable(BatchPlan.Answer planned, PendingAppend append) {
    return switch (planned) {
      case BatchPlan.Rejected(AppendOutcome outcome) -> new Answer.Known(outcome);
      case BatchPlan.Placed(long first) when growth != null && checkpoint != null ->
          new Answer.Durable(first, append.leaves(), growth.grown(), checkpoint);
      case BatchPlan.Placed _ -> throw new IllegalStateException("placed, but not written");
    };
  }

  EndedBatch lost() {
    return new EndedBatch(
        plan.answers().stream()
            .map(planned ->
                planned instanceof BatchPlan.Rejected(AppendOutcome outcome)
                    ? new Answer.Known(outcome)
                    : NOT_COMMITTED)
            .toList(),
        Optional.empty());
  }
}
