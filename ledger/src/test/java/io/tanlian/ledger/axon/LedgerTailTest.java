package io.tanlian.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.tlog.entry.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTailTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);
  private final HikariDataSource pool = database.service(4);

  @BeforeEach
  void create_a_projection() {
    database.tamper("create table public.seen (position bigint not null)");
    database.tamper("grant all on public.seen to " + database.serviceRole());
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void every_entry_counts_once_in_order() throws Exception {
    try (LedgerTail tail = tail(LedgerTailTest::record)) {
      tail.start();
      node.appended(TestEntries.entries(150, "a:1"));
      node.appended(TestEntries.entries(250, "a:2"));
      assertThat(tail.awaitPosition(399, DEADLINE)).isTrue();
      assertThat(tail.position()).isEqualTo(399);
      assertThat(seen()).isEqualTo(indexes(400));
    }
  }

  @Test
  void a_restart_goes_on_where_it_stopped() throws Exception {
    try (LedgerTail tail = tail(LedgerTailTest::record)) {
      tail.start();
      node.appended(TestEntries.entries(10, "a:1"));
      assertThat(tail.awaitPosition(9, DEADLINE)).isTrue();
    }
    node.appended(TestEntries.entries(10, "a:1"));
    try (LedgerTail tail = tail(LedgerTailTest::record)) {
      tail.start();
      assertThat(tail.awaitPosition(19, DEADLINE)).isTrue();
      assertThat(seen()).isEqualTo(indexes(20));
    }
  }

  @Test
  void a_failing_handler_is_tried_again_and_leaves_nothing_behind() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    TailHandler failsTwice =
        (connection, index, entry) -> {
          record(connection, index, entry);
          if (index == 5 && failures.incrementAndGet() <= 2) {
            throw new SQLException("provoked");
          }
        };
    try (LedgerTail tail = tail(failsTwice)) {
      tail.start();
      node.appended(TestEntries.entries(10, "a:1"));
      assertThat(tail.awaitPosition(9, DEADLINE)).isTrue();
      assertThat(seen()).isEqualTo(indexes(10));
      assertThat(failures).hasValue(3);
    }
  }

  @Test
  void lost_connections_are_survived() throws Exception {
    try (LedgerTail tail = tail(LedgerTailTest::record)) {
      tail.start();
      node.appended(TestEntries.entries(10, "a:1"));
      assertThat(tail.awaitPosition(9, DEADLINE)).isTrue();
      database.tamper(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
              + database.serviceRole()
              + "'");
      List<NewEntry> more = TestEntries.entries(10, "a:1");
      while (TestNode.outcome(node.sequencer().append(more, AppendCondition.none()))
          instanceof AppendOutcome.Failed) {
        Thread.onSpinWait();
      }
      assertThat(tail.awaitPosition(19, DEADLINE)).isTrue();
      assertThat(seen()).isEqualTo(indexes(20));
    }
  }

  @Test
  void of_two_nodes_one_follows_and_both_know_how_far() throws Exception {
    try (LedgerTail one = tail(LedgerTailTest::record);
        LedgerTail other = tail(LedgerTailTest::record)) {
      one.start();
      other.start();
      node.appended(TestEntries.entries(50, "a:1"));
      assertThat(one.awaitPosition(49, DEADLINE)).isTrue();
      assertThat(other.awaitPosition(49, DEADLINE)).isTrue();
      assertThat(seen()).isEqualTo(indexes(50));
    }
  }

  @Test
  void waiting_ends_when_the_time_is_up() throws Exception {
    try (LedgerTail tail = tail(LedgerTailTest::record)) {
      tail.start();
      assertThat(tail.awaitPosition(0, Duration.ofMillis(10))).isFalse();
      assertThat(tail.position()).isEqualTo(-1);
    }
  }

  private LedgerTail tail(TailHandler handler) {
    return new LedgerTail("seen", pool, node.ledger(), handler);
  }

  private static void record(Connection connection, long index, Entry entry) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into public.seen values (?)")) {
      insert.setLong(1, index);
      insert.executeUpdate();
    }
  }

  private static List<Long> indexes(int count) {
    return LongStream.range(0, count).boxed().toList();
  }

  private List<Long> seen() throws SQLException {
    List<Long> seen = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select position from public.seen order by ctid");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        seen.add(rows.getLong(1));
      }
    }
    return seen;
  }
}
