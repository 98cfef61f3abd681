package io.tanlian.ledger.sequencer;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A network that loses a connection at the worst moment: around a commit. */
final class LostAnswers implements DataSource {
  /** When the connection is lost, and so whether the database heard of the commit. */
  enum When {
    NEVER,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    ON_CLOSE
  }

  private final DataSource dataSource;
  private final AtomicReference<When> next = new AtomicReference<>(When.NEVER);

  LostAnswers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void loseNext(When when) {
    next.set(when);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = dataSource.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              When when = takeIfDue(method.getName());
              if (when == When.BEFORE_COMMIT) {
                real.rollback();
                throw new SQLException("connection lost before the commit", "08006");
              }
              try {
                Object result = method.invoke(real, arguments);
                if (when == When.AFTER_COMMIT || when == When.ON_CLOSE) {
                  throw new SQLException("connection lost after the fact", "08006");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private When takeIfDue(String call) {
    When due =
        switch (call) {
          case "commit" -> next.get() == When.ON_CLOSE ? When.NEVER : next.get();
          case "close" -> next.get() == When.ON_CLOSE ? When.ON_CLOSE : When.NEVER;
          default -> When.NEVER;
        };
    if (due != When.NEVER) {
      next.set(When.NEVER);
    }
    return due;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return dataSource.getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return dataSource.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    dataSource.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    dataSource.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return dataSource.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return dataSource.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return dataSource.isWrapperFor(type);
  }
}
