package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.harness.Latencies;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.entry.EntryCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.LongStream;

/** One entry row and one commit at a time, on one connection: how long both take together. */
final class RawCommits implements AutoCloseable {
  private static final String ENTRY =
      "insert into ledger.entry (position, bytes, leaf_hash) values (?, ?, ?)";

  private final BenchmarkDatabase database;
  private final Connection connection;
  private final byte[] bytes;
  private final byte[] leafHash;
  private long position;

  RawCommits(BenchmarkDatabase database, Workload workload) throws SQLException {
    this.database = database;
    this.connection = database.connect(new Properties());
    connection.setAutoCommit(false);
    bytes = EntryCodec.encode(workload.entry().entry());
    leafHash = MerkleTree.leafHash(bytes).bytes();
  }

  /**
   * How long commits took.
   *
   * @param fromPlanned since the clock said that it should start, so that waiting behind a slow one
   *     counts
   * @param fromSent since it was sent
   */
  record Timed(Latencies fromPlanned, Latencies fromSent) {}

  /** One right behind the other. */
  Latencies run(Duration time) throws SQLException {
    LongStream.Builder nanos = LongStream.builder();
    long end = System.nanoTime() + time.toNanos();
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
        commitNext(insert);
        nanos.add(System.nanoTime() - start);
      }
    }
    return new Latencies(nanos.build().toArray());
  }

  /** By the clock, so many a second, as far as the one connection gets along. */
  Timed run(double perSecond, Duration time) throws SQLException {
    Schedule schedule = Schedule.starting(perSecond, time);
    long[] fromPlanned = new long[schedule.count()];
    long[] fromSent = new long[schedule.count()];
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      for (int i = 0; i < schedule.count(); i++) {
        long planned = schedule.await(i);
        long sent = System.nanoTime();
        commitNext(insert);
        long done = System.nanoTime();
        fromPlanned[i] = done - planned;
        fromSent[i] = done - sent;
      }
    }
    return new Timed(new Latencies(fromPlanned), new Latencies(fromSent));
  }

  private void commitNext(PreparedStatement insert) throws SQLException {
    insert.setLong(1, position++);
    insert.setBytes(2, bytes);
    insert.setBytes(3, leafHash);
    insert.executeUpdate();
    connection.commit();
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
