package io.tanlian.exchange.serve;

import io.tanlian.exchange.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets nodes that start at once on one database prepare it one after the other. */
final class StartUpTurn implements AutoCloseable {

  /** "tanstart" in ASCII: no other use of this database may lock the same number. */
  private static final long LOCK_KEY = 0x74616e7374617274L;

  private static final long PATIENCE_MS = 60_000;

  private final Connection connection;

  private StartUpTurn(Connection connection) {
    this.connection = connection;
  }

  /** Waits for the turn; fails if another node holds it for too long. */
  static StartUpTurn await(DatabaseAccess database) throws SQLException {
    Connection connection = database.asOwner().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = " + PATIENCE_MS);
      statement.execute("select pg_advisory_lock(" + LOCK_KEY + ")");
      return new StartUpTurn(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
