package io.tanlian.ledger.sequencer;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Callable;
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

  private static final String COMMIT = "; commit";

  private final DataSource dataSource;
  private final AtomicReference<When> next = new AtomicReference<>(When.NEVER);

  LostAnswers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void loseNext(When when) {
    next.set(when);
  }

  /** Whether that has happened. */
  boolean lost() {
    return next.get() == When.NEVER;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = dataSource.getConnection();
    return proxy(
        Connection.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "commit" -> around(real, () -> method.invoke(real, arguments));
              case "close" -> {
                Object closed = method.invoke(real, arguments);
                if (next.compareAndSet(When.ON_CLOSE, When.NEVER)) {
                  throw new SQLException("connection lost after the fact", "08006");
                }
                yield closed;
              }
              case "prepareStatement" -> statement(real, String.valueOf(arguments[0]));
              default -> method.invoke(real, arguments);
            });
  }

  private PreparedStatement statement(Connection connection, String sql) throws SQLException {
    PreparedStatement real = connection.prepareStatement(sql);
    if (!sql.endsWith(COMMIT)) {
      return real;
    }
    return proxy(
        PreparedStatement.class,
        (method, arguments) ->
            method.getName().equals("execute")
                ? around(connection, () -> method.invoke(real, arguments))
                : method.invoke(real, arguments));
  }

  private Object around(Connection real, Callable<Object> commit) throws Exception {
    if (next.compareAndSet(When.BEFORE_COMMIT, When.NEVER)) {
      real.rollback();
      throw new SQLException("connection lost before the commit", "08006");
    }
    Object result = commit.call();
    if (next.compareAndSet(When.AFTER_COMMIT, When.NEVER)) {
      throw new SQLException("connection lost after the fact", "08006");
    }
    return result;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            LostAnswers.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return call.run(method, arguments == null ? new Object[0] : arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @FunctionalInterface
  private interface Call {
    Object run(Method method, Object[] arguments) throws Exception;
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
