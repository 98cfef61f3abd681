package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Contest;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.replay.Projection;
import io.tanlian.ledger.replay.Rebuild;
import io.tanlian.ledger.replay.RebuildProgress;
import io.tanlian.ledger.replay.RebuildRefusedException;
import io.tanlian.ledger.replay.StagedTables;
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
  /** As many as a small node has cores. */
  static final int LANES = 2;

  private static final String SCHEMA = "benchmark";
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
    database.execute("create schema " + SCHEMA);
    for (String table : List.of(ThroughTheEngine.TARGET, RawUpserts.TARGET)) {
      database.execute(
          "create table %s (product text primary key, entries bigint not null, last_position bigint not null)"
              .formatted(table));
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

  private record ThroughTheEngine(BenchmarkDatabase database, LedgerNode node, int entries)
      implements Side {
    private static final String TABLE = "product_rebuilt";
    private static final String TARGET = SCHEMA + "." + TABLE;

    @Override
    public Turn turn(Duration time)
        throws SQLException, InterruptedException, RebuildRefusedException {
      long start = System.nanoTime();
      RebuildProgress done =
          new Rebuild(
                  "benchmark",
                  node.ledger(),
                  database.ownerDataSource(),
                  new StagedTables(SCHEMA, List.of(TABLE)),
                  new Products(),
                  LANES,
                  _ -> {})
              .run(true);
      if (done.applied() != entries) {
        throw new IllegalStateException("not all was rebuilt: " + done);
      }
      return Turn.of(Callers.perSecond(entries, start));
    }

    @Override
    public void close() {
      node.close();
      database.close();
    }
  }

  private record Products() implements Projection {
    @Override
    public String laneKey(SequencedEntry entry) {
      return product(entry.entry());
    }

    @Override
    public void apply(Connection connection, String schema, List<SequencedEntry> entries)
        throws SQLException {
      String table = schema + "." + ThroughTheEngine.TABLE;
      try (PreparedStatement upsert = connection.prepareStatement(UPSERT.formatted(table))) {
        for (SequencedEntry entry : entries) {
          upsert.setString(1, product(entry.entry()));
          upsert.setLong(2, entry.index());
          upsert.addBatch();
        }
        upsert.executeBatch();
      }
    }
  }

  private record RawUpserts(Connection connection, List<String> products) implements Side {
    private static final String TARGET = SCHEMA + ".product_raw";

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
