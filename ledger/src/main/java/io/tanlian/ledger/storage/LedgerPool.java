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
    config.addDataSourceProperty("options", SESSION_OPTIONS);
    return new HikariDataSource(config);
  }
}
