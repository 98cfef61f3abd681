package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * What plain JDBC can do: one connection, batches of 256, one commit a batch, into the very tables
 * of a ledger of its own. The rows are ready before the clock starts.
 */
public final class RawBatches implements Side {
  /** Rows in a batch, and batches in a commit: one. */
  public static final int BATCH_ROWS = 256;

  private static final int ROWS = 4_096;
  private static final String ENTRY =
      "insert into ledger.entry (position, bytes, leaf_hash) values (?, ?, ?)";
  private static final String EVENT = "insert into ledger.event (event_id, position) values (?, ?)";
  private static final String TAG = "insert into ledger.entry_tag (tag, position) values (?, ?)";

  private final BenchmarkDatabase database;
  private final Connection connection;
  private final Rows rows;
  private final List<Row> ready = new ArrayList<>(ROWS);
  private long position;

  /** Which of a ledger's rows are written. */
  public enum Rows {
    /** Entries alone. */
    ENTRIES,
    /** Entries with the rows to find them by. */
    ENTRIES_EVENTS_TAGS
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(byte[] bytes, byte[] leafHash, List<String> tags) {}

  /**
   * Batches in a database of their own.
   *
   * @param entries as many as are asked for, to be written again and again
   */
  public RawBatches(BenchmarkDatabase database, Supplier<Entry> entries, Rows rows)
      throws SQLException {
    this.database = database;
    this.rows = rows;
    Properties usual = new Properties();
    usual.setProperty("reWriteBatchedInserts", "true");
    connection = database.connect(usual);
    connection.setAutoCommit(false);
    for (int i = 0; i < ROWS; i++) {
      Entry entry = entries.get();
      byte[] bytes = EntryCodec.encode(entry);
      ready.add(new Row(bytes, MerkleTree.leafHash(bytes).bytes(), List.copyOf(entry.tags())));
    }
  }

  @Override
  public Turn turn(Duration time) throws SQLException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long before = position;
    try (PreparedStatement entry = connection.prepareStatement(ENTRY);
        PreparedStatement event = connection.prepareStatement(EVENT);
        PreparedStatement tag = connection.prepareStatement(TAG)) {
      while (System.nanoTime() < end) {
        for (int i = 0; i < BATCH_ROWS; i++) {
          add(ready.get((int) (position % ROWS)), entry, event, tag);
          position++;
        }
        entry.executeBatch();
        if (rows == Rows.ENTRIES_EVENTS_TAGS) {
          event.executeBatch();
          tag.executeBatch();
        }
        connection.commit();
      }
    }
    return Turn.of(Callers.perSecond(position - before, start));
  }

  private void add(Row row, PreparedStatement entry, PreparedStatement event, PreparedStatement tag)
      throws SQLException {
    entry.setLong(1, position);
    entry.setBytes(2, row.bytes());
    entry.setBytes(3, row.leafHash());
    entry.addBatch();
    if (rows == Rows.ENTRIES) {
      return;
    }
    event.setObject(1, Workload.anyId(ThreadLocalRandom.current()));
    event.setLong(2, position);
    event.addBatch();
    for (String text : row.tags()) {
      tag.setString(1, text);
      tag.setLong(2, position);
      tag.addBatch();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      database.close();
    }
  }
}
