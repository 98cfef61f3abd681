package io.tanlian.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerCommandsTest {
  private static final Set<Set<String>> BATCH = Set.of(Set.of("batch:7"));

  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);
  private final LedgerCommands commands = new LedgerCommands(node.sequencer(), node.ledger());

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void a_decision_sees_what_is_within_its_boundary_and_nothing_else() {
    node.append(TestEntries.newEntry("batch:7"), TestEntries.newEntry("batch:8")).join();
    node.append(TestEntries.newEntry("batch:7", "issuer:a")).join();
    List<SequencedEntry> seen = new ArrayList<>();
    DecisionOutcome<String> outcome =
        commands.decide(
            BATCH,
            history -> {
              seen.addAll(history);
              return new Decision.Append<>(
                  List.of(TestEntries.newEntry("batch:7"), TestEntries.newEntry("batch:7")));
            });
    assertThat(outcome)
        .isEqualTo(
            new DecisionOutcome.Appended<>(
                3,
                List.of(
                    node.ledger().receipt(3).orElseThrow(),
                    node.ledger().receipt(4).orElseThrow())));
    assertThat(seen)
        .containsExactly(
            node.ledger().entry(0).orElseThrow(), node.ledger().entry(2).orElseThrow());
  }

  @Test
  void a_refusal_is_handed_on_and_appends_nothing() {
    assertThat(commands.decide(BATCH, _ -> new Decision.Refuse<>("no")))
        .isEqualTo(new DecisionOutcome.Refused<>("no"));
    assertThat(node.ledger().head()).isZero();
  }

  @Test
  void the_attachment_is_kept_beside_the_entry_and_the_entry_to_the_byte() {
    NewEntry added = new NewEntry(TestEntries.entry("batch:7"), new byte[] {1, 2, 3});
    commands.decide(BATCH, _ -> new Decision.Append<String>(List.of(added)));
    assertThat(node.ledger().attachment(0)).hasValue(new byte[] {1, 2, 3});
    assertThat(node.ledger().entry(0)).hasValue(new SequencedEntry(0, added.entry()));
  }

  @Test
  void a_cap_holds_however_many_decide_at_once() throws Exception {
    int cap = 5;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<DecisionOutcome<String>>> outcomes = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        outcomes.add(
            callers.submit(() ->
                untilAnswered(history ->
                    history.size() < cap
                        ? new Decision.Append<>(List.of(TestEntries.newEntry("batch:7")))
                        : new Decision.Refuse<>("full"))));
      }
      int appended = 0;
      for (Future<DecisionOutcome<String>> outcome : outcomes) {
        appended += outcome.get() instanceof DecisionOutcome.Appended<String> ? 1 : 0;
      }
      assertThat(appended).isEqualTo(cap);
      assertThat(node.ledger().head()).isEqualTo(cap);
    }
  }

  @Test
  void a_decision_that_is_always_overtaken_ends_as_busy() {
    AtomicInteger decided = new AtomicInteger();
    DecisionOutcome<String> outcome =
        commands.decide(
            BATCH,
            _ -> {
              decided.incrementAndGet();
              node.append(TestEntries.newEntry("batch:7")).join();
              return new Decision.Append<>(List.of(TestEntries.newEntry("batch:7")));
            });
    assertThat(outcome).isInstanceOf(DecisionOutcome.Busy.class);
    assertThat(decided).hasValue(LedgerCommands.ATTEMPTS_MAX);
  }

  @Test
  void an_event_that_is_there_already_is_a_duplicate() {
    NewEntry added = TestEntries.newEntry("batch:8");
    node.append(added).join();
    assertThat(commands.decide(BATCH, _ -> new Decision.Append<String>(List.of(added))))
        .isEqualTo(new DecisionOutcome.Duplicate<>(added.entry().eventId(), 0));
  }

  @Test
  void a_closed_sequencer_is_a_failure_in_words() {
    node.close();
    assertThat(
            commands.decide(
                BATCH, _ -> new Decision.Append<String>(List.of(TestEntries.newEntry("batch:7")))))
        .isInstanceOfSatisfying(
            DecisionOutcome.Failed.class,
            failed -> assertThat(failed.cause()).contains("sequencer is closed"));
  }

  @Test
  void a_mistake_in_the_decision_comes_out_as_it_is() {
    assertThatThrownBy(() ->
            commands.<String>decide(
                BATCH,
                _ -> {
                  throw new IllegalStateException("mistake");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("mistake");
  }

  private DecisionOutcome<String> untilAnswered(
      Function<List<SequencedEntry>, Decision<String>> decide) {
    DecisionOutcome<String> outcome = commands.decide(BATCH, decide);
    while (outcome instanceof DecisionOutcome.Busy<String>) {
      outcome = commands.decide(BATCH, decide);
    }
    return outcome;
  }
}
