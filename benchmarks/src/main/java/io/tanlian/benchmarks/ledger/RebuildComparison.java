package io.tanlian.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Contest;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.axon.LedgerTail;
import io.tanlian.tlog.entry.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Builds a table of products from all entries: how many each has, and the last.
 *
 * @param entries how many there are
 */
record RebuildComparison(BenchmarkServer server, int entries) implements Comparison {
  private static final String PRODUCT = "product:";
  private static final String UPSERT =
      """
      insert into %1$s as p values (?, 1, ?)
      on conflict (product) do update set entries = p.entries + 1, last_position = excluded.last_position
      """;

  @Override
  public String word() {
    return "rebuild";
  }

  @Override
  public Goal goal() {
    return Goals.REBUILD;
  }

  @Override
  public Contest open() throws SQLException {
    BenchmarkDatabase database = server.newDatabase();
    LedgerNode node = new LedgerNode(database);
    node.fill(entries, new Workload(Workload.PAYLOAD_BYTES));
    for (String table : List.of(ThroughTheEngine.TARGET, RawUpserts.TARGET)) {
      database.execute(
          "create table %s (product text primary key, entries bigint not null, last_position bigint not null)"
              .formatted(table));
      database.execute("grant all on %s to %s".formatted(table, database.service().user()));
    }
    Connection connection = database.connect(new Properties());
    connection.setAutoCommit(false);
    return Contest.of(
        new ThroughTheEngine(database, node, entries),
        new RawUpserts(connection, products(node.ledger())));
  }

  private static List<String> products(Ledger ledger) {
    List<String> products = new ArrayList<>();
    for (long head = ledger.head(); products.size() < head; ) {
      ledger.entries(products.size(), Ledger.PAGE_ENTRIES_MAX).stream()
          .map(sequenced -> product(sequenced.entry()))
          .forEach(products::add);
    }
    return products;
  }

  private static String product(Entry entry) {
    return entry.tags().stream().filter(tag -> tag.startsWith(PRODUCT)).findFirst().orElseThrow();
  }

  private static final class ThroughTheEngine implements Side {
    private static final String TARGET = "public.product_rebuilt";
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final BenchmarkDatabase database;
    private final LedgerNode node;
    private final int entries;
    private final HikariDataSource pool;
    private final LedgerTail tail;

    ThroughTheEngine(BenchmarkDatabase database, LedgerNode node, int entries) {
      this.database = database;
      this.node = node;
      this.entries = entries;
      this.pool = database.servicePool("benchmark-projection", 4);
      this.tail = new LedgerTail("benchmark", pool, node.ledger(), ThroughTheEngine::upsert);
    }

    @Override
    public Turn turn(Duration time) throws InterruptedException {
      long start = System.nanoTime();
      tail.rebuild(ThroughTheEngine::clear);
      if (!tail.awaitPosition(entries - 1L, DEADLINE)) {
        throw new IllegalStateException("the projection was not rebuilt within " + DEADLINE);
      }
      return Turn.of(Callers.perSecond(entries, start));
    }

    private static void clear(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("truncate " + TARGET);
      }
    }

    private static void upsert(Connection connection, long index, Entry entry) throws SQLException {
      try (PreparedStatement upsert = connection.prepareStatement(UPSERT.formatted(TARGET))) {
        upsert.setString(1, product(entry));
        upsert.setLong(2, index);
        upsert.executeUpdate();
      }
    }

    @Override
    public void close() {
      tail.close();
      pool.close();
      node.close();
      database.close();
    }
  }

  private record RawUpserts(Connection connection, List<String> products) implements Side {
    private static final String TARGET = "public.product_raw";

    @Override
    public Turn turn(Duration time) throws SQLException {
      long start = System.nanoTime();
      try (Statement clear = connection.createStatement();
          PreparedStatement upsert = connection.prepareStatement(UPSERT.formatted(TARGET))) {
        clear.execute("truncate " + TARGET);
        for (int position = 0; position < products.size(); position++) {
          upsert.setString(1, products.get(position));
          upsert.setLong(2, position);
          upsert.addBatch();
          if ((position + 1) % RawBatches.BATCH_ROWS == 0) {
            upsert.executeBatch();
            connection.commit();
          }
        }
        upsert.executeBatch();
        connection.commit();
      }
      return Turn.of(Callers.perSecond(products.size(), start));
    }

    /** Ended by the other side, which drops the database with all its connections. */
    @Override
    public void close() {}
  }
}
