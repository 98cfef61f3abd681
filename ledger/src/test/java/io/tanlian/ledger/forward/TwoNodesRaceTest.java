package io.tanlian.ledger.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.decision.Decision;
import io.tanlian.ledger.decision.DecisionOutcome;
import io.tanlian.ledger.decision.LedgerCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** A rule over the entries that carry two tags holds, whichever node decides. */
class TwoNodesRaceTest {
  private static final int RACES = 1_000;
  private static final int CONTENDERS = 4;
  private static final int CAP = 2;
  private static final int RACES_AT_A_TIME = 16;

  private final MemoryCluster cluster = new MemoryCluster();

  @Test
  void a_thousand_races_for_a_cap_admit_exactly_the_cap() throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        ClusterNode one = cluster.node(database, "one");
        ClusterNode two = cluster.node(database, "two");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<LedgerCommands> commands =
          List.of(
              new LedgerCommands(one.sequencer(), one.ledger()),
              new LedgerCommands(two.sequencer(), two.ledger()));
      Semaphore running = new Semaphore(RACES_AT_A_TIME * CONTENDERS);
      List<Future<Boolean>> admitted = new ArrayList<>();
      for (int race = 0; race < RACES; race++) {
        Set<String> tags = Set.of("batch:" + race, "metal:lithium");
        for (int contender = 0; contender < CONTENDERS; contender++) {
          LedgerCommands node = commands.get(contender % commands.size());
          running.acquire();
          admitted.add(
              threads.submit(() -> {
                try {
                  return isAdmitted(node, tags);
                } finally {
                  running.release();
                }
              }));
        }
      }
      for (int race = 0; race < RACES; race++) {
        int count = 0;
        for (int contender = 0; contender < CONTENDERS; contender++) {
          count += admitted.get(race * CONTENDERS + contender).get() ? 1 : 0;
        }
        assertThat(count).as("admitted in race %d", race).isEqualTo(CAP);
      }
      assertThat(WholeLedger.of(database).indexByEvent()).hasSize(RACES * CAP);
    }
  }

  private static boolean isAdmitted(LedgerCommands commands, Set<String> tags) {
    while (true) {
      DecisionOutcome<String> outcome =
          commands.decide(
              Set.of(tags),
              history ->
                  history.size() < CAP
                      ? new Decision.Append<>(
                          List.of(TestEntries.newEntry(tags.toArray(String[]::new))))
                      : new Decision.Refuse<>("the cap is reached"));
      switch (outcome) {
        case DecisionOutcome.Appended<String> _ -> {
          return true;
        }
        case DecisionOutcome.Refused<String> _ -> {
          return false;
        }
        case DecisionOutcome.Busy<String> _ -> Thread.onSpinWait();
        default -> throw new AssertionError(outcome);
      }
    }
  }
}
