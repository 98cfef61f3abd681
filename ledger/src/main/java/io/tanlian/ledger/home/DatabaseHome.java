package io.tanlian.ledger.home;

import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The newest checkpoint in a database other than the ledger's, one row for each log. It may serve
 * many logs and all nodes of one.
 */
public final class DatabaseHome implements CheckpointHome {
  private static final String CREATE =
      """
      create table if not exists newest_checkpoint (
        origin      text        primary key,
        note        text        not null,
        advanced_at timestamptz not null default now()
      )
      """;
  private static final String EXISTS = "select to_regclass('newest_checkpoint') is not null";
  private static final String NEWEST = "select note from newest_checkpoint where origin = ?";
  private static final String FIRST =
      """
      insert into newest_checkpoint (note, origin) values (?, ?) on conflict (origin) do nothing
      """;
  private static final String REPLACE =
      """
      update newest_checkpoint set note = ?, advanced_at = now() where origin = ? and note = ?
      """;

  private final DataSource dataSource;
  private final String origin;

  private DatabaseHome(DataSource dataSource, String origin) {
    this.dataSource = dataSource;
    this.origin = origin;
  }

  /**
   * A home in this database, whose table is made where it is missing.
   *
   * @param dataSource with a limit on every wait, such as {@code LedgerPool} opens
   * @param origin the log's name
   * @throws IOException if the database does not answer, or does not let us have the table
   */
  public static DatabaseHome open(DataSource dataSource, String origin) throws IOException {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      if (!exists(sql)) {
        sql.execute(CREATE);
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
    return new DatabaseHome(dataSource, origin);
  }

  private static boolean exists(Statement sql) throws SQLException {
    try (ResultSet answer = sql.executeQuery(EXISTS)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  @Override
  public Optional<SignedNote> newest() throws IOException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(NEWEST)) {
      query.setString(1, origin);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(KeptNote.parse(row.getString(1), toString()))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  @Override
  public boolean advance(Optional<SignedNote> expected, SignedNote next) throws IOException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change =
            connection.prepareStatement(expected.isPresent() ? REPLACE : FIRST)) {
      change.setString(1, next.format());
      change.setString(2, origin);
      if (expected.isPresent()) {
        change.setString(3, expected.get().format());
      }
      return change.executeUpdate() == 1;
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static IOException unavailable(SQLException cause) {
    return new IOException(
        "the database that keeps the newest checkpoint does not answer: " + cause.getMessage(),
        cause);
  }

  @Override
  public String toString() {
    return "the table newest_checkpoint of another database";
  }
}
