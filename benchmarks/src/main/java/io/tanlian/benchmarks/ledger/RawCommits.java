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

/** One entry row and one commit at a time: how long both take together. */
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

  Latencies run(Duration time) throws SQLException {
    LongStream.Builder nanos = LongStream.builder();
    long end = System.nanoTime() + time.toNanos();
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
        insert.setLong(1, position++);
        insert.setBytes(2, bytes);
        insert.setBytes(3, leafHash);
        insert.executeUpdate();
        connection.commit();
        nanos.add(System.nanoTime() - start);
      }
    }
    return new Latencies(nanos.build().toArray());
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
