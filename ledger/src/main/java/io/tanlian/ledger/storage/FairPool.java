package io.tanlian.ledger.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool whose connections go to whoever asked first. HikariCP alone gives a connection that comes
 * free to whoever is quickest, and on a busy machine the unlucky one of a few dozen readers waits
 * until its time is up.
 */
public final class FairPool implements DataSource {
  private final DataSource pool;
  private final Semaphore turns;
  private final long patienceMs;

  /**
   * Turns on a pool.
   *
   * @param pool such as {@link LedgerPool} opens; its limit on a wait holds for a turn too
   * @param kept how many of its connections others take for good
   */
  public FairPool(DataSource pool, int kept) {
    try {
      HikariDataSource limits = pool.unwrap(HikariDataSource.class);
      this.turns = new Semaphore(Math.max(1, limits.getMaximumPoolSize() - kept), true);
      this.patienceMs = limits.getConnectionTimeout();
    } catch (SQLException e) {
      throw new IllegalArgumentException("not a pool of connections: " + pool, e);
    }
    this.pool = pool;
  }

  /**
   * A connection, once its turn has come; closing it ends the turn.
   *
   * @throws SQLException if its turn or a connection does not come in time
   */
  @Override
  public Connection getConnection() throws SQLException {
    takeTurn();
    try {
      return endingTurn(pool.getConnection());
    } catch (SQLException | RuntimeException e) {
      turns.release();
      throw e;
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

  private Connection endingTurn(Connection connection) {
    AtomicBoolean ended = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            FairPool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              } finally {
                if (method.getName().equals("close") && ended.compareAndSet(false, true)) {
                  turns.release();
                }
              }
            });
  }

  /** Not this way: the pool's user is the one who connects. */
  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(FairPool.class.getPackageName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
