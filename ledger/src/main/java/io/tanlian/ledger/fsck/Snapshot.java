package io.tanlian.ledger.fsck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Several connections that see the same moment of the database, whatever is appended meanwhile, and
 * can change nothing.
 */
final class Snapshot implements AutoCloseable {
  /** Binary results from the first execution on. */
  private static final int BINARY_AT_ONCE = -1;

  /** A search for the rows behind a finding may read a whole table before it answers. */
  private static final int NETWORK_TIMEOUT_MS = 3_600_000;

  private static final String BEGIN = "set transaction isolation level repeatable read, read only;";
  private static final String PATIENT =
      """
      set local statement_timeout = 0;
      set local idle_in_transaction_session_timeout = 0;
      set local lock_timeout = '10s'
      """;

  private final List<Connection> opened = new ArrayList<>();
  private final BlockingQueue<Connection> free;

  private Snapshot(int connections) {
    this.free = new ArrayBlockingQueue<>(connections);
  }

  static Snapshot open(DataSource dataSource, int connections) throws SQLException {
    Snapshot snapshot = new Snapshot(connections);
    try {
      String moment = export(snapshot.begin(dataSource, ""));
      for (int i = 1; i < connections; i++) {
        snapshot.begin(dataSource, "set transaction snapshot '" + moment + "';");
      }
      return snapshot;
    } catch (SQLException e) {
      snapshot.close();
      throw e;
    }
  }

  private Connection begin(DataSource dataSource, String join) throws SQLException {
    Connection connection = dataSource.getConnection();
    opened.add(connection);
    connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MS);
    connection.setAutoCommit(false);
    connection.unwrap(PGConnection.class).setPrepareThreshold(BINARY_AT_ONCE);
    try (Statement sql = connection.createStatement()) {
      sql.execute(BEGIN + join + PATIENT);
    }
    free.add(connection);
    return connection;
  }

  private static String export(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet answer = sql.executeQuery("select pg_export_snapshot()")) {
      answer.next();
      return answer.getString(1);
    }
  }

  /** Lends a connection, and waits for one where all are lent. */
  <T> T with(Read<T> read) throws SQLException, InterruptedException {
    Connection connection = free.take();
    try {
      return read.run(connection);
    } finally {
      free.add(connection);
    }
  }

  /** Reads within the snapshot. */
  @FunctionalInterface
  interface Read<T> {
    T run(Connection connection) throws SQLException;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : opened) {
      connection.close();
    }
  }
}
