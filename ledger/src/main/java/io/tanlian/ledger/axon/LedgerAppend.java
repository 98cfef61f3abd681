package io.tanlian.ledger.axon;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.state.StateReads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * An append that waits for Axon's commit phase. Until then nothing happens, so nothing is undone.
 */
record LedgerAppend(
    Sequencer sequencer, StateReads state, List<NewEntry> entries, AppendCondition condition)
    implements AppendTransaction<AppendOutcome.Appended> {

  @Override
  public CompletableFuture<AppendOutcome.Appended> commit(@Nullable ProcessingContext context) {
    return sequencer
        .append(entries, condition)
        .thenCompose(this::orFailure)
        .thenApply(appended -> {
          if (context != null) {
            context.putResource(PostgresStorageEngine.APPENDED, appended);
          }
          return appended;
        });
  }

  @Override
  public void rollback(@Nullable ProcessingContext context) {}

  /** Marks the end of this append, not of its batch: what others appended behind it is unseen. */
  @Override
  public CompletableFuture<ConsistencyMarker> afterCommit(
      AppendOutcome.Appended appended, @Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(
        new GlobalIndexConsistencyMarker(appended.firstIndex() + entries.size() - 1));
  }

  private CompletableFuture<AppendOutcome.Appended> orFailure(AppendOutcome outcome) {
    return switch (outcome) {
      case AppendOutcome.Appended appended -> CompletableFuture.completedFuture(appended);
      case AppendOutcome.Conflict(long index) -> {
        state.require(index + 1);
        yield CompletableFuture.failedFuture(
            AppendEventsTransactionRejectedException.conflictingEventsDetected(
                new GlobalIndexConsistencyMarker(index)));
      }
      default -> CompletableFuture.failedFuture(new AppendNotDoneException(outcome));
    };
  }
}
