package io.tanlian.ledger.decision;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A decision that waits for its turn. */
final class Waiting<R> {
  private final Boundary boundary;
  private final Function<History, Decision<R>> decide;
  private final CompletableFuture<Optional<DecisionOutcome<R>>> answer = new CompletableFuture<>();
  private List<NewEntry> entries = List.of();

  Waiting(Boundary boundary, Function<History, Decision<R>> decide) {
    this.boundary = boundary;
    this.decide = decide;
  }

  Boundary boundary() {
    return boundary;
  }

  /** How many entries it last decided to append. */
  int count() {
    return entries.size();
  }

  boolean brings(UUID eventId) {
    return entries.stream().anyMatch(added -> added.entry().eventId().equals(eventId));
  }

  /** What it appends, having seen these as far as they concern it; none if it does not. */
  Optional<List<NewEntry>> decideOn(List<SequencedEntry> committed, List<SequencedEntry> ahead) {
    try {
      History own = new History(own(committed), own(ahead));
      if (decide.apply(own) instanceof Decision.Append<R>(List<NewEntry> decided)) {
        entries = decided;
        return Optional.of(decided);
      }
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
    return Optional.empty();
  }

  private List<SequencedEntry> own(List<SequencedEntry> entries) {
    return entries.stream().filter(boundary::reads).toList();
  }

  /** Its part of what was appended jointly. */
  void appended(AppendOutcome.Appended joint, int first) {
    settle(
        new DecisionOutcome.Appended<>(
            joint.firstIndex() + first, joint.receipts().subList(first, first + count())));
  }

  void settle(DecisionOutcome<R> outcome) {
    answer.complete(Optional.of(outcome));
  }

  /** It was not settled with the others: a refusal has to see what they appended. */
  void takeAlone() {
    answer.complete(Optional.empty());
  }

  void fail(RuntimeException e) {
    answer.completeExceptionally(e);
  }

  /**
   * Waits for the outcome.
   *
   * @return none if it is to be taken alone
   */
  Optional<DecisionOutcome<R>> await(long timeoutMs) throws InterruptedException, TimeoutException {
    try {
      return answer.get(timeoutMs, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
