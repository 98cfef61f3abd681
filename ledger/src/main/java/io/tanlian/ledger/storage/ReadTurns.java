package io.tanlian.ledger.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A pool's connections to whoever asked first. The pool itself gives a connection that comes free
 * to whoever is quickest, and on a busy machine the unlucky one of a few dozen readers waits until
 * its time is up.
 */
public final class ReadTurns {
  private final DataSource pool;
  private final Semaphore turns;
  private final long patienceMs;

  /**
   * Turns on a pool.
   *
   * @param pool such as {@link LedgerPool} opens; its limit on a wait holds for a turn too
   * @param kept how many of its connections are taken for good by others
   */
  public ReadTurns(DataSource pool, int kept) {
    try {
      HikariDataSource limits = pool.unwrap(HikariDataSource.class);
      this.turns = new Semaphore(Math.max(1, limits.getMaximumPoolSize() - kept), true);
      this.patienceMs = limits.getConnectionTimeout();
    } catch (SQLException e) {
      throw new IllegalArgumentException("not a pool of connections: " + pool, e);
    }
    this.pool = pool;
  }

  /** What is done in a turn. */
  @FunctionalInterface
  public interface Query<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Runs a query when its turn has come.
   *
   * @throws SQLException what the query throws, or if its turn or a connection does not come in
   *     time
   */
  public <T> T run(Query<T> query) throws SQLException {
    takeTurn();
    try (Connection connection = pool.getConnection()) {
      return query.run(connection);
    } finally {
      turns.release();
    }
  }

  private void takeTurn() throws SQLException {
    try {
      if (!turns.tryAcquire(patienceMs, TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException(
            "no connection came free in %d ms; %d wait for one"
                .formatted(patienceMs, turns.getQueueLength()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
    }
  }
}
