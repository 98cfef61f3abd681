package io.tanlian.ledger.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.axon.LedgerTail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RebuildTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final String TAIL = "tally";

  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);
  private final HikariDataSource service = database.service(6);
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Projection projection = new TallyProjection();

  @BeforeEach
  void create_the_tables_in_use() throws SQLException {
    System.out.println("RebuildTest seed " + seed);
    owner(TallyProjection.DDL);
    owner("grant usage on schema tally to " + database.serviceRole());
    owner("grant select, insert, update on tally.total to " + database.serviceRole());
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void what_is_rebuilt_equals_what_was_tailed() throws Exception {
    append(3_000);
    List<String> tailed = tail();
    owner("update tally.total set entries = 77, trace = 'spoilt'");
    assertThat(rebuild(4).run(false).applied()).isEqualTo(3_000);
    assertThat(rows()).isEqualTo(tailed).hasSizeGreaterThan(10);
  }

  @Test
  void a_rebuild_killed_again_and_again_goes_on_and_equals_one_that_was_not() throws Exception {
    append(3_000);
    List<String> tailed = tail();
    owner("truncate tally.total");
    AtomicInteger beforeDeath = new AtomicInteger();
    Projection mortal =
        new Projection() {
          @Override
          public String laneKey(SequencedEntry entry) {
            return projection.laneKey(entry);
          }

          @Override
          public void apply(Connection connection, String schema, List<SequencedEntry> entries)
              throws SQLException {
            projection.apply(connection, schema, entries);
            if (beforeDeath.getAndDecrement() <= 0) {
              die(connection);
            }
          }
        };
    long deaths = 0;
    long lastRun = 0;
    for (boolean done = false; !done; ) {
      beforeDeath.set(1 + random.nextInt(2));
      Rebuild run =
          new Rebuild(
              TAIL, node.ledger(), database.owner(), TallyProjection.TABLES, mortal, 3, _ -> {});
      try {
        lastRun = run.run(false).applied();
        done = true;
      } catch (SQLException killed) {
        deaths++;
        assertThat(rows()).isEmpty();
      }
    }
    assertThat(deaths).isPositive();
    assertThat(lastRun).isPositive().isLessThan(3_000);
    assertThat(rows()).isEqualTo(tailed);
  }

  @Test
  void entries_of_one_lane_key_come_in_order_each_of_them_once() throws Exception {
    append(2_000);
    List<List<SequencedEntry>> seen = new ArrayList<>();
    Projection watching =
        new Projection() {
          @Override
          public String laneKey(SequencedEntry entry) {
            return projection.laneKey(entry);
          }

          @Override
          public void apply(Connection connection, String schema, List<SequencedEntry> entries) {
            synchronized (seen) {
              seen.add(entries);
            }
          }
        };
    new Rebuild(TAIL, node.ledger(), database.owner(), TallyProjection.TABLES, watching, 5, _ -> {})
        .run(false);
    List<SequencedEntry> all = seen.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(2_000).doesNotHaveDuplicates();
    all.stream()
        .map(projection::laneKey)
        .distinct()
        .forEach(key ->
            assertThat(all.stream().filter(e -> projection.laneKey(e).equals(key)))
                .extracting(SequencedEntry::index)
                .isSorted());
  }

  @Test
  void a_reader_sees_all_of_the_old_or_all_of_the_new_and_never_waits_in_vain() throws Exception {
    append(1_500);
    List<String> tailed = tail();
    owner("update tally.total set entries = 1, trace = 'old'");
    List<String> old = rows();
    AtomicBoolean swapped = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(3);
    try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        answers.add(
            readers.submit(() -> {
              int reads = 0;
              while (!swapped.get()) {
                assertThat(rows()).isIn(old, tailed);
                reads++;
                reading.countDown();
              }
              assertThat(rows()).isEqualTo(tailed);
              return reads;
            }));
      }
      reading.await();
      rebuild(2).run(false);
      swapped.set(true);
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isPositive();
      }
    }
  }

  @Test
  void keys_indexes_and_privileges_are_those_of_the_tables_before() throws Exception {
    append(100);
    List<String> before = shape();
    rebuild(2).run(false);
    rebuild(2).run(false);
    assertThat(shape()).isEqualTo(before).hasSizeGreaterThan(4);
    assertThat(texts("select nspname from pg_namespace where nspname like '%rebuild'")).isEmpty();
    assertThat(texts("select lane::text from ledger_tail.rebuild_lane")).isEmpty();
  }

  @Test
  void a_running_tail_goes_on_with_the_new_tables_and_no_entry_counts_twice() throws Exception {
    append(1_000);
    AtomicBoolean done = new AtomicBoolean();
    try (LedgerTail tail = newTail();
        ExecutorService writer = Executors.newSingleThreadExecutor()) {
      tail.start();
      Future<Integer> written =
          writer.submit(() -> {
            int count = 0;
            while (!done.get()) {
              append(20);
              count += 20;
            }
            return count;
          });
      for (int round = 0; round < 3; round++) {
        rebuild(3).run(false);
      }
      done.set(true);
      int size = 1_000 + written.get();
      append(50);
      assertThat(tail.awaitPosition(size + 49, DEADLINE)).isTrue();
    }
    List<String> followed = rows();
    rebuild(1).run(false);
    assertThat(rows()).isEqualTo(followed);
    assertThat(texts("select sum(entries)::text from tally.total"))
        .containsExactly(Long.toString(node.ledger().head()));
  }

  @Test
  void a_tail_that_is_behind_goes_on_from_where_the_rebuild_came_to() throws Exception {
    append(200);
    rebuild(2).run(false);
    append(100);
    try (LedgerTail tail = newTail()) {
      tail.start();
      assertThat(tail.awaitPosition(299, DEADLINE)).isTrue();
    }
    assertThat(texts("select sum(entries)::text from tally.total")).containsExactly("300");
  }

  @Test
  void what_an_earlier_run_left_can_be_thrown_away() throws Exception {
    append(600);
    Projection dying =
        new Projection() {
          @Override
          public String laneKey(SequencedEntry entry) {
            return projection.laneKey(entry);
          }

          @Override
          public void apply(Connection connection, String schema, List<SequencedEntry> entries)
              throws SQLException {
            throw new SQLException("provoked");
          }
        };
    Rebuild left =
        new Rebuild(
            TAIL, node.ledger(), database.owner(), TallyProjection.TABLES, dying, 2, _ -> {});
    assertThatThrownBy(() -> left.run(false)).hasMessageContaining("provoked");
    owner("insert into tally_rebuild.total values ('left over', 1, 1, 'x')");
    assertThat(rebuild(4).run(true).before()).isZero();
    assertThat(texts("select sum(entries)::text from tally.total")).containsExactly("600");
  }

  @Test
  void a_second_rebuild_at_the_same_time_is_refused() throws Exception {
    try (Connection other = database.owner().getConnection();
        Statement sql = other.createStatement()) {
      sql.execute("select pg_advisory_lock(hashtextextended('tanlian rebuild tally', 0))");
      assertThatThrownBy(() -> rebuild(1).run(false))
          .isInstanceOf(RebuildRefusedException.class)
          .hasMessageContaining("under way");
    }
  }

  /** As if its process were killed: the server ends the session, and nothing is committed. */
  private void die(Connection connection) throws SQLException {
    int process = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    database.tamper("select pg_terminate_backend(" + process + ")");
  }

  private Rebuild rebuild(int lanes) {
    return new Rebuild(
        TAIL, node.ledger(), database.owner(), TallyProjection.TABLES, projection, lanes, _ -> {});
  }

  private LedgerTail newTail() {
    return new LedgerTail(
        TAIL,
        service,
        node.ledger(),
        (connection, index, entry) ->
            projection.apply(connection, "tally", List.of(new SequencedEntry(index, entry))));
  }

  /** What the tail makes of the ledger so far; it is stopped then. */
  private List<String> tail() throws Exception {
    try (LedgerTail tail = newTail()) {
      tail.start();
      assertThat(tail.awaitPosition(node.ledger().head() - 1, DEADLINE)).isTrue();
    }
    return rows();
  }

  private void append(int count) {
    for (int rest = count; rest > 0; ) {
      List<NewEntry> some = new ArrayList<>();
      for (int i = Math.min(rest, 1 + random.nextInt(100)); i > 0; i--) {
        some.add(TestEntries.newEntry("name:" + random.nextInt(40)));
      }
      node.appended(some);
      rest -= some.size();
    }
  }

  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = service.getConnection();
        PreparedStatement query = connection.prepareStatement(TallyProjection.ROWS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        rows.add(
            "%s %d %d %s"
                .formatted(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)));
      }
    }
    return rows;
  }

  private List<String> shape() throws SQLException {
    List<String> shape = new ArrayList<>();
    shape.addAll(texts("select indexdef from pg_indexes where schemaname = 'tally' order by 1"));
    shape.addAll(
        texts(
            "select conname || pg_get_constraintdef(oid) from pg_constraint"
                + " where conrelid = 'tally.total'::regclass order by 1"));
    shape.addAll(
        texts(
            "select a::text from pg_class, unnest(relacl) a where oid = 'tally.total'::regclass"
                + " order by 1"));
    return shape;
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private void owner(String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
