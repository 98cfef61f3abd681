package io.tanlian.ledger.axon;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.state.StateReads;
import io.tanlian.ledger.state.StoredState;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs decisions under a dynamic consistency boundary: what a decision has read is still all there
 * is to read when its entries are committed, or it decides again.
 */
public final class LedgerCommands {
  /** How often a decision is taken before the caller is told to come back. */
  static final int ATTEMPTS_MAX = 10;

  private static final Logger LOG = LoggerFactory.getLogger(LedgerCommands.class);
  private static final long PAUSE_FIRST_MS = 2;
  private static final long PAUSE_MAX_MS = 250;
  private static final long RETRY_AFTER_MS = 500;

  /** Longer than the sequencer takes to answer, which knows better what went wrong. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(45);

  private final EventStore eventStore;
  private final UnitOfWorkFactory unitsOfWork =
      new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);

  private final Ledger ledger;
  private final StateReads state;

  /** Decisions that read from the database. */
  public LedgerCommands(Sequencer sequencer, Ledger ledger) {
    this(sequencer, ledger, new StoredState(ledger));
  }

  /**
   * Decisions.
   *
   * @param state what they read
   */
  public LedgerCommands(Sequencer sequencer, Ledger ledger, StateReads state) {
    this.ledger = ledger;
    this.state = state;
    this.eventStore =
        new StorageEngineBackedEventStore(
            new PostgresStorageEngine(sequencer, ledger, state),
            new SimpleEventBus(),
            LedgerTags.RESOLVER);
  }

  /**
   * Reads, decides and appends; blocks the calling thread, best a virtual one, for a bounded time.
   *
   * <p>No condition guards a refusal. So it stands only if it has seen all that was committed
   * before it was first taken.
   *
   * @param criteria sets of tags: the boundary is every entry that carries all tags of any set
   * @param decide pure, for it may run several times; gets the entries within the boundary in order
   * @throws RuntimeException what {@code decide} throws, and {@code CorruptLedgerException}
   */
  public <R> DecisionOutcome<R> decide(
      Set<Set<String>> criteria, Function<List<SequencedEntry>, Decision<R>> decide) {
    OptionalLong refusedAt = OptionalLong.empty();
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      try {
        Enacted<R> enacted =
            unitsOfWork
                .create()
                .<Enacted<R>>executeWithResult(context -> run(context, criteria, decide))
                .get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (enacted.isRefusal() && refusedAt.isEmpty()) {
          refusedAt = OptionalLong.of(ledger.head());
        }
        if (!enacted.isRefusal() || enacted.sourcedTo() >= refusedAt.orElseThrow()) {
          return enacted.committed();
        }
        state.require(refusedAt.getAsLong());
      } catch (LedgerUnavailableException e) {
        return failure(e);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof AppendEventsTransactionRejectedException)) {
          return failure(Objects.requireNonNull(e.getCause()));
        }
        if (attempt < ATTEMPTS_MAX) {
          pause(attempt);
        }
      } catch (TimeoutException _) {
        return new DecisionOutcome.Failed<>(
            "no answer within "
                + ANSWER_TIMEOUT.toSeconds()
                + " s; the append may still go through");
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return new DecisionOutcome.Failed<>("interrupted; the append may still go through");
      }
    }
    return new DecisionOutcome.Busy<>(RETRY_AFTER_MS);
  }

  private <R> CompletableFuture<Enacted<R>> run(
      ProcessingContext context,
      Set<Set<String>> criteria,
      Function<List<SequencedEntry>, Decision<R>> decide) {
    EventStoreTransaction transaction = eventStore.transaction(context);
    return transaction
        .source(SourcingCondition.conditionFor(LedgerTags.toCriteria(criteria)))
        .reduce(new ArrayList<SequencedEntry>(), LedgerCommands::add)
        .thenApply(decide)
        .thenApply(decision -> enact(decision, context, transaction));
  }

  private static <R> Enacted<R> enact(
      Decision<R> decision, ProcessingContext context, EventStoreTransaction transaction) {
    if (decision instanceof Decision.Append<R>(List<NewEntry> entries)) {
      Map<UUID, byte[]> attachments = new HashMap<>();
      entries.forEach(added -> attachments.put(added.entry().eventId(), added.attachment()));
      context.putResource(PostgresStorageEngine.ATTACHMENTS, attachments);
      entries.forEach(added -> transaction.appendEvent(LedgerEventMessage.toAppend(added.entry())));
    }
    long sourcedTo = Objects.requireNonNull(context.getResource(PostgresStorageEngine.SOURCED_TO));
    return new Enacted<>(decision, sourcedTo, context);
  }

  /** A decision and the context that, once committed, knows where its entries went. */
  private record Enacted<R>(Decision<R> decision, long sourcedTo, ProcessingContext context) {
    boolean isRefusal() {
      return decision instanceof Decision.Refuse<R>;
    }

    DecisionOutcome<R> committed() {
      return switch (decision) {
        case Decision.Refuse<R>(R refusal) -> new DecisionOutcome.Refused<>(refusal);
        case Decision.Append<R> _ -> {
          AppendOutcome.Appended appended =
              Objects.requireNonNull(context.getResource(PostgresStorageEngine.APPENDED));
          yield new DecisionOutcome.Appended<>(appended.firstIndex(), appended.receipts());
        }
      };
    }
  }

  private static List<SequencedEntry> add(
      List<SequencedEntry> history, MessageStream.Entry<? extends EventMessage> entry) {
    if (entry.message() instanceof LedgerEventMessage message) {
      history.add(message.sequenced());
    }
    return history;
  }

  private static <R> DecisionOutcome<R> failure(Throwable cause) {
    return switch (cause) {
      case AppendNotDoneException notDone -> outcome(notDone.outcome());
      case LedgerUnavailableException unavailable -> {
        LOG.error("a decision could not be read or taken", unavailable);
        yield new DecisionOutcome.Failed<>(String.valueOf(unavailable.getMessage()));
      }
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      default -> throw new IllegalStateException(cause);
    };
  }

  private static <R> DecisionOutcome<R> outcome(AppendOutcome outcome) {
    return switch (outcome) {
      case AppendOutcome.Duplicate(UUID eventId, long index) ->
          new DecisionOutcome.Duplicate<>(eventId, index);
      case AppendOutcome.Busy(long retryAfterMs) -> new DecisionOutcome.Busy<>(retryAfterMs);
      case AppendOutcome.Refused(String reason) -> new DecisionOutcome.Unacceptable<>(reason);
      case AppendOutcome.NotLeading() -> new DecisionOutcome.Busy<>(RETRY_AFTER_MS);
      case AppendOutcome.Failed(String why) -> new DecisionOutcome.Failed<>(why);
      case AppendOutcome.Appended _, AppendOutcome.Conflict _ ->
          throw new IllegalStateException("not a failure: " + outcome);
    };
  }

  private static void pause(int attempt) {
    long bound = Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(bound) + 1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
