package io.tanlian.ledger.election;

import io.tanlian.ledger.sequencer.BatchLock;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A node's session at the election. The lead is a lock of this session, which ends with it: the
 * database ends a session that is silent for as long as the lease.
 */
final class ElectionSession implements AutoCloseable {
  /** "tanlead" in ASCII: no other use of this database may lock the same number. */
  static final long LOCK_KEY = 0x74616e6c656164L;

  private static final String TRY_LOCK = "select pg_try_advisory_lock(%d)".formatted(LOCK_KEY);
  private static final String NEWEST =
      "select epoch, node, url, tls_fingerprint from ledger.epoch order by epoch desc limit 1";

  /** Granted only when the batch under way, of whichever node, has ended. */
  private static final String AWAIT_BATCH =
      "select pg_advisory_xact_lock(%d)".formatted(BatchLock.LOCK_KEY);

  /** Whoever still holds the lock of batches does not lead, however new its batch is. */
  private static final String END_BATCH = BatchLock.endHolder(0);

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String NEXT =
      """
      insert into ledger.epoch (epoch, node, url, tls_fingerprint)
      select coalesce(max(epoch), 0) + 1, ?, ?, ? from ledger.epoch
      returning epoch
      """;

  private final Connection connection;

  private ElectionSession(Connection connection) {
    this.connection = connection;
  }

  static ElectionSession open(DataSource sessions, Lease lease) throws SQLException {
    Connection connection = sessions.getConnection();
    try (Statement settings = connection.createStatement()) {
      int answerMs = Math.toIntExact(lease.pingEvery().toMillis());
      connection.setNetworkTimeout(Runnable::run, answerMs);
      settings.execute(
          """
          set idle_session_timeout = %1$d;
          set idle_in_transaction_session_timeout = %1$d;
          set lock_timeout = %2$d;
          set statement_timeout = %3$d
          """
              .formatted(lease.lengthMs(), answerMs / 3, answerMs / 2));
      return new ElectionSession(connection);
    } catch (SQLException e) {
      close(connection, e);
      throw e;
    }
  }

  /** Whether this session has the lock now; to be asked only while it does not. */
  boolean tryLock() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(TRY_LOCK)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** The node elected last. Asking is also the sign of life that keeps the session. */
  Optional<Leader> newest() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(NEWEST)) {
      return row.next()
          ? Optional.of(
              new Leader(
                  row.getLong(1),
                  new NodeAddress(
                      row.getString(2), URI.create(row.getString(3)), row.getString(4))))
          : Optional.empty();
    }
  }

  /**
   * Begins the next epoch; to be asked only with the lock. From its commit on no batch of an
   * earlier epoch can commit. One that is under way is ended if it takes too long: no timeout of
   * PostgreSQL ends a transaction that waits for the rows of a COPY from a frozen node.
   */
  long begin(NodeAddress self) throws SQLException {
    connection.setAutoCommit(false);
    awaitBatch();
    try (PreparedStatement insert = connection.prepareStatement(NEXT)) {
      insert.setString(1, self.node());
      insert.setString(2, self.url().toString());
      insert.setString(3, self.tlsFingerprint());
      long epoch;
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        epoch = row.getLong(1);
      }
      connection.commit();
      connection.setAutoCommit(true);
      return epoch;
    }
  }

  private void awaitBatch() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try {
        statement.execute(AWAIT_BATCH);
      } catch (SQLException e) {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw e;
        }
        connection.rollback();
        statement.execute(END_BATCH);
        statement.execute(AWAIT_BATCH);
      }
    }
  }

  /** Gives up the lock, if it had it. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static void close(Connection connection, SQLException cause) {
    try {
      connection.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
