package io.tanlian.ledger.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Nodes in processes of their own on one database. More fail-overs: {@code
 * -Dtanlian.failover.rounds=50}.
 */
class FailOverTest {
  private static final int ROUNDS = Integer.getInteger("tanlian.failover.rounds", 3);
  private static final int CALLERS = 6;
  private static final int SOME = 200;

  @Test
  void a_leader_frozen_past_its_lease_can_append_nothing_when_it_is_thawed() throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        NodeProcess first = NodeProcess.launch(database, "first")) {
      long epoch = first.awaitLead(0);
      try (NodeProcess second = NodeProcess.launch(database, "second")) {
        Callers callers = Callers.start(List.of(first, second), CALLERS);
        callers.awaitMore(SOME);

        first.freeze();
        assertThat(second.awaitLead(0)).isGreaterThan(epoch);
        NewEntry meanwhile = TestEntries.newEntry("meanwhile");
        assertThat(second.append(SocketLink.Door.LOCAL, meanwhile))
            .isInstanceOf(AppendOutcome.Appended.class);
        callers.awaitMore(SOME);
        first.thaw();

        NewEntry late = TestEntries.newEntry("late");
        assertThat(first.append(SocketLink.Door.LOCAL, late))
            .isInstanceOfAny(AppendOutcome.NotLeading.class, AppendOutcome.Failed.class);
        assertThat(first.append(SocketLink.Door.ANYWHERE, late))
            .isInstanceOf(AppendOutcome.Appended.class);
        callers.awaitMore(SOME);
        Map<UUID, Long> acknowledged = callers.finish();

        WholeLedger ledger = WholeLedger.of(database);
        assertThat(ledger.indexByEvent())
            .containsAllEntriesOf(acknowledged)
            .containsKeys(meanwhile.entry().eventId(), late.entry().eventId())
            .hasSize(acknowledged.size() + 2);
      }
    }
  }

  @Test
  void killing_the_leader_under_load_loses_and_doubles_nothing() throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        NodeProcess follower = NodeProcess.launch(database, "follower-0")) {
      long epoch = follower.awaitLead(0);
      NodeProcess leader = follower;
      NodeProcess next = NodeProcess.launch(database, "follower-1");
      try {
        for (int round = 1; round <= ROUNDS; round++) {
          Callers callers = Callers.start(List.of(next), CALLERS);
          callers.awaitMore(SOME);
          leader.kill();
          long began = next.awaitLead(epoch);
          assertThat(began).isGreaterThan(epoch);
          callers.awaitMore(SOME);
          Map<UUID, Long> acknowledged = callers.finish();
          assertThat(WholeLedger.of(database).indexByEvent()).containsAllEntriesOf(acknowledged);
          epoch = began;
          leader = next;
          next = NodeProcess.launch(database, "follower-" + (round + 1));
        }
      } finally {
        leader.close();
        next.close();
      }
    }
  }
}
