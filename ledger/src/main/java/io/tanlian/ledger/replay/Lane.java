package io.tanlian.ledger.replay;

import io.tanlian.ledger.SequencedEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies the entries of some lane keys in order, many a transaction. What it writes and how far it
 * has come are committed together.
 */
final class Lane {
  private static final int QUEUED_PARTS_MAX = 16;
  private static final int TRANSACTION_ENTRIES = 1_024;
  private static final int TRANSACTION_PARTS_MAX = 32;
  private static final long WAIT_MS = 100;

  /**
   * Commits need not reach the disk one by one: writes and position are lost together or not at
   * all, and the swap's own commit waits for all before it.
   */
  private static final String COMMIT_WITHOUT_WAITING = "set local synchronous_commit = off";

  private final int number;
  private final String tail;
  private final String schema;
  private final Projection projection;
  private final DataSource dataSource;
  private final BlockingQueue<Part> queue = new ArrayBlockingQueue<>(QUEUED_PARTS_MAX);
  private final LongConsumer applied;
  private volatile boolean complete;
  private volatile @Nullable Throwable failure;
  private long position;

  /**
   * What one page holds for a lane.
   *
   * @param through the last index of the page: with this part the lane has come so far
   */
  private record Part(List<SequencedEntry> entries, long through) {}

  /**
   * A lane that goes on behind {@code position}.
   *
   * @param applied told how many entries each commit made count
   */
  Lane(
      int number,
      long position,
      String tail,
      String schema,
      Projection projection,
      DataSource dataSource,
      LongConsumer applied) {
    this.number = number;
    this.position = position;
    this.tail = tail;
    this.schema = schema;
    this.projection = projection;
    this.dataSource = dataSource;
    this.applied = applied;
  }

  /** Index of the last entry that counts; to be asked before the lane runs or after it ended. */
  long position() {
    return position;
  }

  /** Hands over a page's entries; waits while the lane is behind. False if the lane has failed. */
  boolean offer(List<SequencedEntry> entries, long through) throws InterruptedException {
    Part part = new Part(entries, through);
    while (failure == null) {
      if (queue.offer(part, WAIT_MS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  /** Nothing more comes. */
  void complete() {
    complete = true;
  }

  /** What ended the lane too early; null if nothing did. */
  @Nullable Throwable failure() {
    return failure;
  }

  void run() {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      List<Part> parts = new ArrayList<>();
      while (take(parts)) {
        apply(connection, parts);
        parts.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = e;
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
    }
  }

  /** As many parts as wait already, up to a transaction's worth; false at the end. */
  private boolean take(List<Part> parts) throws InterruptedException {
    Part part = null;
    while (part == null) {
      boolean last = complete;
      part = queue.poll(last ? 0 : WAIT_MS, TimeUnit.MILLISECONDS);
      if (part == null && last) {
        return false;
      }
    }
    int entries = 0;
    do {
      parts.add(part);
      entries += part.entries.size();
      part =
          entries < TRANSACTION_ENTRIES && parts.size() < TRANSACTION_PARTS_MAX
              ? queue.poll()
              : null;
    } while (part != null);
    return true;
  }

  private void apply(Connection connection, List<Part> parts) throws SQLException {
    List<SequencedEntry> entries =
        parts.stream()
            .flatMap(part -> part.entries.stream())
            .filter(entry -> entry.index() > position)
            .toList();
    long through = parts.getLast().through;
    if (through <= position) {
      return;
    }
    try (Statement sql = connection.createStatement()) {
      sql.execute(COMMIT_WITHOUT_WAITING);
    }
    if (!entries.isEmpty()) {
      projection.apply(connection, schema, entries);
    }
    LanePositions.move(connection, tail, number, through);
    connection.commit();
    position = through;
    applied.accept(entries.size());
  }
}
