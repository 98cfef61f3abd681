package io.tanlian.exchange.serve;

import io.tanlian.exchange.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The least privileged role that the running service uses; made by the owner at start-up. */
final class ServiceRole {

  private static final String EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = ?";

  /** format() quotes both: roles take no parameters. */
  private static final String SET_PASSWORD = "SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)";

  private ServiceRole() {}

  static void ensure(DatabaseAccess access) throws SQLException {
    try (Connection owner = access.asOwner().getConnection();
        Statement sql = owner.createStatement()) {
      if (!exists(owner, access.service())) {
        sql.execute("CREATE ROLE " + access.service() + " LOGIN NOINHERIT");
      }
      // The role belongs to the server, this database may be newer.
      sql.execute(
          "GRANT CONNECT ON DATABASE \"" + owner.getCatalog() + "\" TO " + access.service());
      sql.execute(passwordChange(owner, access));
    }
  }

  private static boolean exists(Connection owner, String role) throws SQLException {
    try (PreparedStatement query = owner.prepareStatement(EXISTS)) {
      query.setString(1, role);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private static String passwordChange(Connection owner, DatabaseAccess access)
      throws SQLException {
    try (PreparedStatement query = owner.prepareStatement(SET_PASSWORD)) {
      query.setString(1, access.service());
      query.setString(2, access.servicePassword());
      try (ResultSet command = query.executeQuery()) {
        command.next();
        return command.getString(1);
      }
    }
  }
}
