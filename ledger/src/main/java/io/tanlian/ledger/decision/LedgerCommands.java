package io.tanlian.ledger.decision;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.state.StateReads;
import io.tanlian.ledger.state.StoredState;
import io.tanlian.ledger.state.TagHistory;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private final Lanes lanes;
  private final boolean joined;

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
    this(sequencer, ledger, state, true);
  }

  private LedgerCommands(Sequencer sequencer, Ledger ledger, StateReads state, boolean joined) {
    this.joined = joined;
    this.sequencer = sequencer;
    this.ledger = ledger;
    this.state = state;
    this.lanes = new Lanes(new JointDecisions(this::append, state)::take);
  }

  /** Decisions that are all taken alone, which is what taking them in turn is measured against. */
  public static LedgerCommands alone(Sequencer sequencer, Ledger ledger, StateReads state) {
    return new LedgerCommands(sequencer, ledger, state, false);
  }

  /**
   * Reads, decides and appends; blocks the calling thread, best a virtual one, for a bounded time.
   *
   * <p>No condition guards a refusal. So it stands only if it has seen all that was committed
   * before it was first taken.
   *
   * @param boundary what the decision stands on
   * @param decide pure, for it may run several times; gets the entries to be read
   * @throws RuntimeException what {@code decide} throws, and {@code CorruptLedgerException}
   */
  public <R> DecisionOutcome<R> decide(Boundary boundary, Function<History, Decision<R>> decide) {
    try {
      return decideUntilItStands(boundary, decide);
    } catch (LedgerUnavailableException e) {
      return unavailable(e);
    } catch (TimeoutException _) {
      return timedOut();
    } catch (InterruptedException _) {
      return interrupted();
    }
  }

  /**
   * A decision on all entries within the boundary.
   *
   * @param criteria sets of tags: the boundary is every entry that carries all tags of any set
   * @see #decide(Boundary, Function)
   */
  public <R> DecisionOutcome<R> decide(
      Set<Set<String>> criteria, Function<List<SequencedEntry>, Decision<R>> decide) {
    return decide(Boundary.of(criteria), history -> decide.apply(history.entries()));
  }

  /**
   * The same for decisions many of which are likely to meet on one subject: those that wait are
   * taken one after the other and appended together, instead of each failing on the one before.
   *
   * @param subject what they meet on; any text
   * @see #decide(Boundary, Function)
   */
  public <R> DecisionOutcome<R> decideInTurn(
      String subject, Boundary boundary, Function<History, Decision<R>> decide) {
    if (!joined) {
      return decide(boundary, decide);
    }
    Waiting<R> waiting = new Waiting<>(boundary, decide);
    if (!lanes.add(subject, waiting)) {
      return new DecisionOutcome.Busy<>(RETRY_AFTER_MS);
    }
    try {
      Optional<DecisionOutcome<R>> joint = waiting.await(ANSWER_TIMEOUT.toMillis());
      return joint.isPresent() ? joint.get() : decide(boundary, decide);
    } catch (LedgerUnavailableException e) {
      return unavailable(e);
    } catch (TimeoutException _) {
      return timedOut();
    } catch (InterruptedException _) {
      return interrupted();
    }
  }

  private <R> DecisionOutcome<R> decideUntilItStands(
      Boundary boundary, Function<History, Decision<R>> decide)
      throws InterruptedException, TimeoutException {
    OptionalLong refusedAt = OptionalLong.empty();
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      TagHistory history = state.read(boundary);
      switch (decide.apply(new History(history.entries(), List.of()))) {
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
          AppendOutcome outcome =
              append(
                  append.entries(), new AppendCondition(history.head() - 1, boundary.criteria()));
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

  private AppendOutcome append(List<NewEntry> entries, AppendCondition condition)
      throws InterruptedException, TimeoutException {
    try {
      return sequencer
          .append(entries, condition)
          .get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an append ends with an outcome", e.getCause());
    }
  }

  static <R> DecisionOutcome<R> answer(AppendOutcome outcome) {
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

  static void pauseAfter(int attempt) throws InterruptedException {
    if (attempt < ATTEMPTS_MAX) {
      long bound = Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS << attempt);
      Thread.sleep(ThreadLocalRandom.current().nextLong(bound) + 1);
    }
  }

  private static <R> DecisionOutcome<R> unavailable(LedgerUnavailableException e) {
    LOG.error("a decision could not be read or taken", e);
    return new DecisionOutcome.Failed<>(String.valueOf(e.getMessage()));
  }

  private static <R> DecisionOutcome<R> timedOut() {
    return new DecisionOutcome.Failed<>(
        "no answer within " + ANSWER_TIMEOUT.toSeconds() + " s; the append may still go through");
  }

  private static <R> DecisionOutcome<R> interrupted() {
    Thread.currentThread().interrupt();
    return new DecisionOutcome.Failed<>("interrupted; the append may still go through");
  }
}
