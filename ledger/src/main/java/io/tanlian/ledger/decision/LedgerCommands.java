package io.tanlian.ledger.decision;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.state.StateReads;
import io.tanlian.ledger.state.StoredState;
import io.tanlian.ledger.state.TagHistory;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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

  private final Sequencer sequencer;
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
    this.sequencer = sequencer;
    this.ledger = ledger;
    this.state = state;
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
    try {
      return decideUntilItStands(criteria, decide);
    } catch (LedgerUnavailableException e) {
      LOG.error("a decision could not be read or taken", e);
      return new DecisionOutcome.Failed<>(String.valueOf(e.getMessage()));
    } catch (TimeoutException _) {
      return new DecisionOutcome.Failed<>(
          "no answer within " + ANSWER_TIMEOUT.toSeconds() + " s; the append may still go through");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new DecisionOutcome.Failed<>("interrupted; the append may still go through");
    }
  }

  private <R> DecisionOutcome<R> decideUntilItStands(
      Set<Set<String>> criteria, Function<List<SequencedEntry>, Decision<R>> decide)
      throws InterruptedException, TimeoutException {
    OptionalLong refusedAt = OptionalLong.empty();
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      TagHistory history = state.read(criteria);
      switch (decide.apply(history.entries())) {
        case Decision.Refuse<R>(R refusal) -> {
          if (refusedAt.isEmpty()) {
            refusedAt = OptionalLong.of(ledger.head());
          }
          if (history.head() >= refusedAt.getAsLong()) {
            return new DecisionOutcome.Refused<>(refusal);
          }
          state.require(refusedAt.getAsLong());
        }
        case Decision.Append<R> append -> {
          AppendOutcome outcome = append(append, new AppendCondition(history.head() - 1, criteria));
          if (!(outcome instanceof AppendOutcome.Conflict(long index))) {
            return answer(outcome);
          }
          state.require(index + 1);
          pauseAfter(attempt);
        }
      }
    }
    return new DecisionOutcome.Busy<>(RETRY_AFTER_MS);
  }

  private <R> AppendOutcome append(Decision.Append<R> append, AppendCondition condition)
      throws InterruptedException, TimeoutException {
    try {
      return sequencer
          .append(append.entries(), condition)
          .get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an append ends with an outcome", e.getCause());
    }
  }

  private static <R> DecisionOutcome<R> answer(AppendOutcome outcome) {
    return switch (outcome) {
      case AppendOutcome.Appended appended ->
          new DecisionOutcome.Appended<>(appended.firstIndex(), appended.receipts());
      case AppendOutcome.Duplicate duplicate ->
          new DecisionOutcome.Duplicate<>(duplicate.eventId(), duplicate.index());
      case AppendOutcome.Busy(long retryAfterMs) -> new DecisionOutcome.Busy<>(retryAfterMs);
      case AppendOutcome.Refused(String reason) -> new DecisionOutcome.Unacceptable<>(reason);
      case AppendOutcome.NotLeading() -> new DecisionOutcome.Busy<>(RETRY_AFTER_MS);
      case AppendOutcome.Failed(String why) -> new DecisionOutcome.Failed<>(why);
      case AppendOutcome.Conflict _ -> throw new IllegalStateException("not an end: " + outcome);
    };
  }

  private static void pauseAfter(int attempt) throws InterruptedException {
    if (attempt < ATTEMPTS_MAX) {
      long bound = Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS << attempt);
      Thread.sleep(ThreadLocalRandom.current().nextLong(bound) + 1);
    }
  }
}
