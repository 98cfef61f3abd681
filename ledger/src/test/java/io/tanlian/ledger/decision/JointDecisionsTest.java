package io.tanlian.ledger.decision;

import static io.tanlian.ledger.TestEntries.newEntry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.state.CachingNode;
import io.tanlian.ledger.state.StateByTags;
import io.tanlian.tlog.entry.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JointDecisionsTest {
  private static final String SUBJECT = "batch:7";
  private static final Boundary BATCH = Boundary.of(Set.of(Set.of(SUBJECT)));

  private final TestDatabase database = TestServer.newDatabase();
  private final CachingNode node = CachingNode.on(database, StateByTags.shareOfHeap()).caughtUp();
  private final CachingNode other = CachingNode.on(database, StateByTags.shareOfHeap()).caughtUp();
  private final LedgerCommands here = commands(node);
  private final LedgerCommands there = commands(other);

  @AfterEach
  void stop() {
    node.close();
    other.close();
    database.close();
  }

  @Test
  void each_of_many_that_meet_sees_what_those_before_it_append() throws Exception {
    List<DecisionOutcome<String>> outcomes =
        together(
            300,
            _ -> here,
            history -> new Decision.Append<>(List.of(newEntry(SUBJECT, "n:" + history.size()))));
    assertThat(outcomes).allMatch(DecisionOutcome.Appended.class::isInstance);
    assertThat(outcomes.stream().map(JointDecisionsTest::index).distinct()).hasSize(300);
    List<SequencedEntry> entries = node.ledger().byTags(BATCH.criteria(), Long.MAX_VALUE);
    for (int i = 0; i < 300; i++) {
      assertThat(entries.get(i).entry().tags()).contains("n:" + i);
    }
  }

  @Test
  void a_cap_holds_for_those_that_meet_on_two_nodes() throws Exception {
    int cap = 7;
    List<DecisionOutcome<String>> outcomes =
        together(
            100,
            i -> i % 2 == 0 ? here : there,
            history ->
                history.size() < cap
                    ? new Decision.Append<>(List.of(newEntry(SUBJECT)))
                    : new Decision.Refuse<>("full at " + history.size()));
    assertThat(outcomes.stream().collect(groupingBy(Object::getClass, counting())))
        .containsOnly(
            Map.entry(DecisionOutcome.Appended.class, (long) cap),
            Map.entry(DecisionOutcome.Refused.class, 100L - cap));
    assertThat(outcomes).contains(new DecisionOutcome.Refused<>("full at " + cap));
    assertThat(node.ledger().head()).isEqualTo(cap);
  }

  @Test
  void one_event_brought_twice_is_appended_once() throws Exception {
    NewEntry twice = newEntry(SUBJECT);
    List<DecisionOutcome<String>> outcomes =
        together(20, _ -> here, _ -> new Decision.Append<>(List.of(twice)));
    assertThat(outcomes.stream().filter(DecisionOutcome.Appended.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(DecisionOutcome.Duplicate.class::isInstance)).hasSize(19);
    assertThat(node.ledger().head()).isEqualTo(1);
  }

  @Test
  void what_is_not_on_the_ledger_yet_is_told_apart_from_what_is() throws Exception {
    Queue<History> seen = new ConcurrentLinkedQueue<>();
    List<Callable<DecisionOutcome<String>>> calls = new ArrayList<>();
    IntStream.range(0, 100)
        .forEach(_ ->
            calls.add(() ->
                here.decideInTurn(
                    SUBJECT,
                    BATCH,
                    history -> {
                      seen.add(history);
                      return append(newEntry(SUBJECT));
                    })));
    all(calls);
    assertThat(seen).anyMatch(history -> !history.ahead().isEmpty());
    assertThat(seen)
        .flatExtracting(History::committed)
        .allSatisfy(entry -> assertThat(node.ledger().entry(entry.index())).contains(entry));
  }

  @Test
  void one_that_the_ledger_cannot_take_does_not_harm_the_others() throws Exception {
    NewEntry tooLarge =
        NewEntry.of(
            Entry.of(
                UUID.randomUUID(),
                "test",
                "1",
                Instant.EPOCH,
                Set.of(SUBJECT),
                Map.of(),
                new byte[70_000]));
    List<Callable<DecisionOutcome<String>>> calls = new ArrayList<>();
    calls.add(() -> here.decideInTurn(SUBJECT, BATCH, _ -> append(tooLarge)));
    IntStream.range(0, 20)
        .forEach(_ ->
            calls.add(() -> here.decideInTurn(SUBJECT, BATCH, _ -> append(newEntry(SUBJECT)))));
    List<DecisionOutcome<String>> outcomes = all(calls);
    assertThat(outcomes.getFirst()).isInstanceOf(DecisionOutcome.Unacceptable.class);
    assertThat(outcomes.subList(1, 21)).allMatch(DecisionOutcome.Appended.class::isInstance);
  }

  @Test
  void a_decision_that_throws_throws_to_its_own_caller_only() throws Exception {
    List<Callable<DecisionOutcome<String>>> calls = new ArrayList<>();
    IntStream.range(0, 20)
        .forEach(_ ->
            calls.add(() -> here.decideInTurn(SUBJECT, BATCH, _ -> append(newEntry(SUBJECT)))));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<DecisionOutcome<String>> throwing =
          callers.submit(() ->
              here.decideInTurn(
                  SUBJECT,
                  BATCH,
                  _ -> {
                    throw new IllegalStateException("unreadable");
                  }));
      assertThat(all(calls)).allMatch(DecisionOutcome.Appended.class::isInstance);
      assertThatThrownBy(throwing::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("unreadable");
    }
  }

  private static List<DecisionOutcome<String>> together(
      int count,
      Function<Integer, LedgerCommands> commands,
      Function<List<SequencedEntry>, Decision<String>> decide)
      throws Exception {
    List<Callable<DecisionOutcome<String>>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LedgerCommands own = commands.apply(i);
      Function<History, Decision<String>> onAll = history -> decide.apply(history.entries());
      calls.add(() -> {
        DecisionOutcome<String> outcome = own.decideInTurn(SUBJECT, BATCH, onAll);
        while (outcome instanceof DecisionOutcome.Busy<String>) {
          outcome = own.decideInTurn(SUBJECT, BATCH, onAll);
        }
        return outcome;
      });
    }
    return all(calls);
  }

  private static List<DecisionOutcome<String>> all(List<Callable<DecisionOutcome<String>>> calls)
      throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<DecisionOutcome<String>> outcomes = new ArrayList<>();
      for (Future<DecisionOutcome<String>> each : callers.invokeAll(calls)) {
        outcomes.add(each.get());
      }
      return outcomes;
    }
  }

  private static Decision<String> append(NewEntry entry) {
    return new Decision.Append<>(List.of(entry));
  }

  private static long index(DecisionOutcome<String> outcome) {
    return ((DecisionOutcome.Appended<String>) outcome).firstIndex();
  }

  private static LedgerCommands commands(CachingNode node) {
    return new LedgerCommands(node.sequencer(), node.ledger(), node.state());
  }
}
