package io.tanlian.ledger.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.KillableServer;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes do not look for a leader while the database, which makes one, is dead. */
class DeadDatabaseTest {
  private static final Duration SOON = Duration.ofSeconds(4);
  private static final Duration LEASES = Duration.ofSeconds(30);

  @Test
  void with_a_dead_database_every_node_says_so_soon_and_all_recover_with_it(@TempDir Path directory)
      throws Exception {
    MemoryCluster cluster = new MemoryCluster();
    try (KillableServer server = KillableServer.start(directory);
        TestDatabase database = server.newDatabase();
        ClusterNode leader = cluster.node(database, "leader");
        ClusterNode follower = follower(cluster, database, leader)) {
      for (ClusterNode node : List.of(leader, follower)) {
        assertThat(TestNode.outcome(append(node))).isInstanceOf(AppendOutcome.Appended.class);
      }

      server.kill();
      for (int round = 0; round < 2; round++) {
        requireFailureSoon(leader);
        requireFailureSoon(follower);
        await().atMost(LEASES).until(() -> leader.election().epoch() < 0);
      }

      server.restart();
      for (ClusterNode node : List.of(leader, follower)) {
        await()
            .atMost(LEASES)
            .untilAsserted(() ->
                assertThat(TestNode.outcome(append(node)))
                    .isInstanceOf(AppendOutcome.Appended.class));
      }
    }
  }

  private static ClusterNode follower(
      MemoryCluster cluster, TestDatabase database, ClusterNode leader) {
    await().atMost(LEASES).until(() -> leader.election().epoch() > 0);
    ClusterNode follower = cluster.node(database, "follower");
    await().atMost(LEASES).until(() -> follower.election().newest().isPresent());
    return follower;
  }

  private static void requireFailureSoon(ClusterNode node) {
    CompletableFuture<AppendOutcome> answer = append(node);
    assertThat(answer).succeedsWithin(SOON);
    assertThat(answer.join()).isInstanceOf(AppendOutcome.Failed.class);
  }

  private static CompletableFuture<AppendOutcome> append(ClusterNode node) {
    NewEntry entry = TestEntries.newEntry("dead:1");
    return node.sequencer().append(List.of(entry), AppendCondition.none());
  }
}
