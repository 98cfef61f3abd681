package io.tanlian.ledger.election;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections for an {@link Election}: each one new, with a limit on every wait. */
public final class ElectionSessions {
  private static final int CONNECT_TIMEOUT_S = 5;
  private static final int LOGIN_TIMEOUT_S = 5;

  private ElectionSessions() {}

  /**
   * Opens sessions of the service role.
   *
   * @param jdbcUrl {@code jdbc:postgresql://…}
   */
  public static DataSource of(String jdbcUrl, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("election");
    source.setConnectTimeout(CONNECT_TIMEOUT_S);
    source.setLoginTimeout(LOGIN_TIMEOUT_S);
    source.setTcpKeepAlive(true);
    return source;
  }
}
