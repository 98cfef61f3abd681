package io.tanlian.ledger.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** How a connection of a rebuild is set up. */
final class RebuildSession {
  /**
   * Commits need not reach the disk one by one: writes and position are lost together or not at
   * all, and the swap's own commit waits for all before it.
   */
  private static final String PREPARE = "set synchronous_commit = off";

  private RebuildSession() {}

  static void prepare(Connection connection) throws SQLException {
    connection.unwrap(PGConnection.class).setPrepareThreshold(1);
    try (Statement sql = connection.createStatement()) {
      sql.execute(PREPARE);
    }
    connection.commit();
  }
}
