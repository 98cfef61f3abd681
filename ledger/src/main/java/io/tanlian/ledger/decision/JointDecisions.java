package io.tanlian.ledger.decision;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.state.StateReads;
import io.tanlian.ledger.state.TagHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/**
 * Takes waiting decisions on the same thing one after the other, each on what those before it are
 * about to append, and appends all of it at once, under one condition. Alone each would wait for
 * the commit of the one before, or fail on it.
 */
final class JointDecisions {
  private final Appends appends;
  private final StateReads state;

  JointDecisions(Appends appends, StateReads state) {
    this.appends = appends;
    this.state = state;
  }

  /** Appends and waits, for a bounded time, for the answer. */
  @FunctionalInterface
  interface Appends {
    AppendOutcome append(List<NewEntry> entries, AppendCondition condition)
        throws InterruptedException, TimeoutException;
  }

  /**
   * What became of the decisions is told to each; what is not settled here is to be taken alone.
   */
  void take(List<Waiting<?>> waiting) {
    List<Waiting<?>> rest = waiting;
    try {
      for (int attempt = 1; attempt <= LedgerCommands.ATTEMPTS_MAX && !rest.isEmpty(); attempt++) {
        rest = attempt(rest);
        if (!rest.isEmpty()) {
          LedgerCommands.pauseAfter(attempt);
        }
      }
    } catch (TimeoutException _) {
      // Each tries alone: what was appended after all, it finds there by its event id.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    waiting.forEach(Waiting::takeAlone);
  }

  /** Those that are to be tried again, together. */
  private List<Waiting<?>> attempt(List<Waiting<?>> waiting)
      throws InterruptedException, TimeoutException {
    TagHistory history = state.read(union(waiting));
    List<SequencedEntry> ahead = new ArrayList<>();
    List<Waiting<?>> appending = new ArrayList<>();
    List<NewEntry> entries = new ArrayList<>();
    long next = history.head();
    for (Waiting<?> each : waiting) {
      Optional<List<NewEntry>> decided = each.decideOn(history.entries(), ahead);
      if (decided.isEmpty()) {
        each.takeAlone();
        continue;
      }
      appending.add(each);
      for (NewEntry entry : decided.get()) {
        entries.add(entry);
        ahead.add(new SequencedEntry(next, entry.entry()));
        next++;
      }
    }
    return appending.isEmpty()
        ? List.of()
        : answered(
            appends.append(
                entries, new AppendCondition(history.head() - 1, union(appending).criteria())),
            appending);
  }

  private List<Waiting<?>> answered(AppendOutcome outcome, List<Waiting<?>> appending) {
    return switch (outcome) {
      case AppendOutcome.Appended appended -> {
        int first = 0;
        for (Waiting<?> each : appending) {
          each.appended(appended, first);
          first += each.count();
        }
        yield List.of();
      }
      case AppendOutcome.Conflict(long index) -> {
        state.require(index + 1);
        yield appending;
      }
      case AppendOutcome.Duplicate(UUID eventId, long _) -> {
        List<Waiting<?>> others = new ArrayList<>(appending);
        others.removeIf(each -> each.brings(eventId));
        appending.stream().filter(each -> each.brings(eventId)).forEach(Waiting::takeAlone);
        yield others;
      }
      case AppendOutcome.Refused _ -> {
        appending.forEach(Waiting::takeAlone);
        yield List.of();
      }
      case AppendOutcome.Busy _, AppendOutcome.NotLeading _, AppendOutcome.Failed _ -> {
        appending.forEach(each -> each.settle(LedgerCommands.answer(outcome)));
        yield List.of();
      }
    };
  }

  private static Boundary union(List<Waiting<?>> waiting) {
    Map<Set<String>, Long> from = new HashMap<>();
    waiting.forEach(each ->
        each.boundary().from().forEach((tags, first) -> from.merge(tags, first, Math::min)));
    return new Boundary(from);
  }
}
