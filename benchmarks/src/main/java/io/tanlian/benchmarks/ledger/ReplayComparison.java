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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * Reads all entries in order.
 *
 * @param entries how many there are
 */
record ReplayComparison(BenchmarkServer server, long entries) implements Comparison {
  static final int FETCH_ROWS = 1_000;

  private static final String ROWS =
      "select position, bytes, leaf_hash from ledger.entry order by position";

  @Override
  public String word() {
    return "replay";
  }

  @Override
  public Goal goal() {
    return Goals.REPLAY;
  }

  @Override
  public Contest open() throws SQLException {
    BenchmarkDatabase database = server.newDatabase();
    LedgerNode node = new LedgerNode(database);
    node.fill(entries, new Workload(Workload.PAYLOAD_BYTES));
    database.execute("vacuum (analyze) ledger.entry");
    Properties binary = new Properties();
    binary.setProperty("prepareThreshold", "-1");
    Connection connection = database.connect(binary);
    connection.setAutoCommit(false);
    return Contest.of(
        new ThroughTheEngine(database, node, entries), new RawCursor(connection, entries));
  }

  private record ThroughTheEngine(BenchmarkDatabase database, LedgerNode node, long entries)
      implements Side {
    @Override
    public Turn turn(Duration time) {
      long start = System.nanoTime();
      long read = 0;
      List<SequencedEntry> page = node.ledger().entries(0, Ledger.PAGE_ENTRIES_MAX);
      while (!page.isEmpty()) {
        read += page.size();
        page = node.ledger().entries(read, Ledger.PAGE_ENTRIES_MAX);
      }
      return rate(read, entries, start);
    }

    @Override
    public void close() {
      node.close();
      database.close();
    }
  }

  private record RawCursor(Connection connection, long entries) implements Side {
    @Override
    public Turn turn(Duration time) throws SQLException {
      long start = System.nanoTime();
      long read = 0;
      long bytes = 0;
      try (PreparedStatement query = connection.prepareStatement(ROWS)) {
        query.setFetchSize(FETCH_ROWS);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            bytes += rows.getLong(1) + rows.getBytes(2).length + rows.getBytes(3).length;
            read++;
          }
        }
      } finally {
        connection.rollback();
      }
      return bytes == 0 ? Turn.of(0) : rate(read, entries, start);
    }

    /** Ended by the other side, which drops the database with all its connections. */
    @Override
    public void close() {}
  }

  private static Turn rate(long read, long entries, long startNanos) {
    if (read != entries) {
      throw new IllegalStateException("read %d entries of %d".formatted(read, entries));
    }
    return Turn.of(Callers.perSecond(read, startNanos));
  }
}
