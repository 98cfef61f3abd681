package io.tanlian.ledger.decision;

import static io.tanlian.ledger.TestEntries.newEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.state.CachingNode;
import io.tanlian.ledger.state.StateByTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerCommandsOnStateByTagsTest {
  private static final Set<Set<String>> BATCH = Set.of(Set.of("batch:7"));

  private final TestDatabase database = TestServer.newDatabase();
  private final CachingNode node = CachingNode.on(database, StateByTags.shareOfHeap()).caughtUp();
  private final CachingNode other = CachingNode.on(database, StateByTags.shareOfHeap()).caughtUp();

  @AfterEach
  void stop() {
    node.close();
    other.close();
    database.close();
  }

  @Test
  void a_cap_holds_however_many_decide_at_once_on_two_nodes() throws Exception {
    int cap = 5;
    Function<List<SequencedEntry>, Decision<String>> capped =
        history ->
            history.size() < cap
                ? new Decision.Append<>(List.of(newEntry("batch:7")))
                : new Decision.Refuse<>("full");
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<DecisionOutcome<String>>> outcomes = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        LedgerCommands commands = commands(i % 2 == 0 ? node : other);
        outcomes.add(
            callers.submit(() -> {
              DecisionOutcome<String> outcome = commands.decide(BATCH, capped);
              while (outcome instanceof DecisionOutcome.Busy<String>) {
                outcome = commands.decide(BATCH, capped);
              }
              return outcome;
            }));
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
  void a_decision_on_a_state_that_stopped_is_taken_again_on_what_it_missed() {
    stopState();
    other.append(newEntry("batch:7"), newEntry("batch:7"));
    List<Integer> seen = new ArrayList<>();
    DecisionOutcome<String> outcome =
        commands(node)
            .decide(
                BATCH,
                history -> {
                  seen.add(history.size());
                  return new Decision.Append<>(List.of(newEntry("batch:7")));
                });
    assertThat(outcome).isInstanceOf(DecisionOutcome.Appended.class);
    assertThat(seen).containsExactly(0, 2);
  }

  @Test
  void a_refusal_stands_only_if_it_has_seen_all_that_was_committed_before_it() {
    stopState();
    other.append(newEntry("batch:7"));
    DecisionOutcome<String> outcome =
        commands(node)
            .decide(
                BATCH,
                history ->
                    history.isEmpty()
                        ? new Decision.Refuse<>("unknown batch")
                        : new Decision.Append<>(List.of(newEntry("batch:7"))));
    assertThat(outcome).isInstanceOf(DecisionOutcome.Appended.class);
    assertThat(commands(node).decide(BATCH, _ -> new Decision.Refuse<>("never")))
        .isEqualTo(new DecisionOutcome.Refused<>("never"));
  }

  /** From now on the node's memory hears of nothing. */
  private void stopState() {
    node.state().read(BATCH);
    node.state().close();
  }

  private static LedgerCommands commands(CachingNode node) {
    return new LedgerCommands(node.sequencer(), node.ledger(), node.state());
  }
}
