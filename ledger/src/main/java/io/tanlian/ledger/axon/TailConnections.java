package io.tanlian.ledger.axon;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction at a time on each of Axon's threads, shared by its token store and our handler.
 * The connection is taken on first use: Axon 5.0.1 hangs for ever if starting a transaction fails.
 */
final class TailConnections implements TransactionManager, ConnectionProvider {
  private static final Logger LOG = LoggerFactory.getLogger(TailConnections.class);

  private final DataSource dataSource;

  @SuppressWarnings("ThreadLocalUsage") // one for each tail, and its threads end with it
  private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();

  TailConnections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public boolean requiresSameThreadInvocations() {
    return true;
  }

  @Override
  public Transaction startTransaction() {
    Open open = new Open();
    current.set(open);
    return open;
  }

  /** The connection of this thread's transaction; closing it does nothing. */
  @Override
  public Connection getConnection() throws SQLException {
    Open open = current.get();
    if (open == null) {
      throw new SQLException("no transaction was started on this thread");
    }
    return ConnectionWrapperFactory.wrap(
        open.connection(), new ConnectionWrapperFactory.NoOpCloseHandler());
  }

  /**
   * Makes sure that this entry follows the last one that counts, also if a rebuild has moved the
   * tail since Axon read its token: else it would count twice.
   */
  void requireNext(String tail, long index) throws SQLException {
    Open open = current.get();
    if (open == null) {
      throw new SQLException("no transaction was started on this thread");
    }
    open.requireNext(tail, index);
  }

  private final class Open implements Transaction {
    private static final long UNKNOWN = -1;

    private @Nullable Connection connection;
    private long next = UNKNOWN;

    void requireNext(String tail, long index) throws SQLException {
      if (next == UNKNOWN) {
        next = TailPosition.lock(connection(), tail) + 1;
      }
      if (index != next) {
        throw new SQLException(
            "entry %d is not the next of tail %s, which was moved to %d; it goes on there"
                .formatted(index, tail, next));
      }
      next++;
    }

    Connection connection() throws SQLException {
      if (connection == null) {
        Connection taken = dataSource.getConnection();
        connection = taken;
        taken.setAutoCommit(false);
      }
      return connection;
    }

    @Override
    public void commit() {
      current.remove();
      if (connection == null) {
        return;
      }
      try (Connection ending = connection) {
        ending.commit();
      } catch (SQLException e) {
        throw new IllegalStateException("a tail's commit has no answer: " + e.getMessage(), e);
      }
    }

    /** Closing rolls back too, and nothing was promised that a failure here could break. */
    @Override
    public void rollback() {
      current.remove();
      if (connection == null) {
        return;
      }
      try (Connection ending = connection) {
        ending.rollback();
      } catch (SQLException e) {
        LOG.debug("a tail's transaction ended with its connection", e);
      }
    }
  }
}
