package io.tanlian.ledger.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * Connection pools with a limit on every wait. Give the sequencer, the reads and the tails a pool
 * each: on a shared one they starve each other.
 */
public final class LedgerPool {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Nobody else uses its connections, so it waits for a new one only. */
  public static final Duration SEQUENCER_PATIENCE = Duration.ofSeconds(2);

  private static final int CONNECT_TIMEOUT_S = 5;
  private static final int SOCKET_TIMEOUT_S = 30;
  private static final String SESSION_OPTIONS =
      "-c statement_timeout=20000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000";

  /**
   * PostgreSQL would plan a query that came five times for values it does not know, and for a rare
   * value that plan reads what belongs to all of them.
   */
  private static final String PLANNED_EACH_TIME = " -c plan_cache_mode=force_custom_plan";

  /** Binary results from the first execution on; the default sends bytea as hexadecimal text. */
  private static final int BINARY_AT_ONCE = -1;

  private LedgerPool() {}

  /**
   * Opens a pool.
   *
   * @param name in thread names, logs and {@code pg_stat_activity}
   * @param jdbcUrl {@code jdbc:postgresql://…}
   * @param connectionsMax how many connections it may open
   */
  public static HikariDataSource open(
      String name, String jdbcUrl, String user, String password, int connectionsMax) {
    return open(name, jdbcUrl, user, password, connectionsMax, PATIENCE);
  }

  /** The same for queries whose values decide how they are best answered. */
  public static HikariDataSource openForSearches(
      String name, String jdbcUrl, String user, String password, int connectionsMax) {
    return new HikariDataSource(
        config(
            name,
            jdbcUrl,
            user,
            password,
            connectionsMax,
            PATIENCE,
            SESSION_OPTIONS + PLANNED_EACH_TIME));
  }

  /**
   * The same.
   *
   * @param patience how long a connection is waited for. A sequencer, whose callers all wait as
   *     long with it, is best given {@link #SEQUENCER_PATIENCE}.
   */
  public static HikariDataSource open(
      String name,
      String jdbcUrl,
      String user,
      String password,
      int connectionsMax,
      Duration patience) {
    return new HikariDataSource(
        config(name, jdbcUrl, user, password, connectionsMax, patience, SESSION_OPTIONS));
  }

  private static HikariConfig config(
      String name,
      String jdbcUrl,
      String user,
      String password,
      int connectionsMax,
      Duration patience,
      String sessionOptions) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connectionsMax);
    config.setConnectionTimeout(patience.toMillis());
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT_S);
    config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_S);
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.addDataSourceProperty("prepareThreshold", BINARY_AT_ONCE);
    config.addDataSourceProperty("binaryTransferEnable", BinaryArray.BINARY_TYPES);
    config.addDataSourceProperty("options", sessionOptions);
    return config;
  }
}
