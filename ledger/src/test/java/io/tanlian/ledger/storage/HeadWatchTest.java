package io.tanlian.ledger.storage;

import static io.tanlian.ledger.TestEntries.newEntry;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadWatchTest {
  private static final Duration NO_POLL = Duration.ofHours(6);
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode writer = TestNode.on(database);
  private final HikariDataSource pool = database.service(2);
  private final HeadSignal signal = new HeadSignal();

  @AfterEach
  void stop() {
    writer.close();
    database.close();
  }

  @Test
  void a_commit_of_another_node_is_heard_by_notification() throws Exception {
    try (HeadWatch _ = watching(NO_POLL)) {
      for (int size = 2; size <= 20; size++) {
        writer.append(newEntry("a")).join();
        assertThat(signal.awaitBeyond(size - 2, DEADLINE)).isTrue();
      }
      assertThat(signal.size()).isEqualTo(20);
    }
  }

  @Test
  void a_lost_connection_is_replaced_and_what_was_committed_meanwhile_is_heard() throws Exception {
    try (HeadWatch _ = watching(NO_POLL)) {
      for (int round = 0; round < 3; round++) {
        database.tamper(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '%s'"
                .formatted(pool.getPoolName()));
        long index = TestNode.appended(writer.append(newEntry("a")));
        assertThat(signal.awaitBeyond(index - 1, DEADLINE)).isTrue();
      }
    }
  }

  @Test
  void without_notifications_the_head_is_polled() throws Exception {
    try (HeadWatch _ = watching(Duration.ofMillis(20))) {
      database.tamper(
          """
          insert into ledger.checkpoint (size, root, note)
          select size + 1, root, replace(note, E'\\n1\\n', E'\\n2\\n') from ledger.checkpoint
          """);
      assertThat(signal.awaitBeyond(0, DEADLINE)).isTrue();
    }
  }

  @Test
  void what_a_stranger_notifies_is_not_believed() throws Exception {
    try (HeadWatch _ = watching(NO_POLL)) {
      database.tamper("notify tanlian_ledger, '1000000'");
      database.tamper("notify tanlian_ledger, 'nonsense'");
      writer.append(newEntry("a")).join();
      assertThat(signal.awaitBeyond(0, DEADLINE)).isTrue();
      assertThat(signal.size()).isEqualTo(2);
    }
  }

  @Test
  void a_closed_watch_gives_its_connection_back() throws Exception {
    watching(NO_POLL).close();
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (pool.getHikariPoolMXBean().getActiveConnections() > 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
    assertThat(signal.size()).isEqualTo(1);
  }

  /** A watch that listens: it has heard of the first entry. */
  private HeadWatch watching(Duration poll) throws InterruptedException {
    writer.append(newEntry("first")).join();
    HeadWatch watch = new HeadWatch(pool, signal, poll);
    assertThat(signal.awaitBeyond(-1, DEADLINE)).isTrue();
    return watch;
  }
}
