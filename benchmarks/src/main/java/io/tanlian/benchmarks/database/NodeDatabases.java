package io.tanlian.benchmarks.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Empty databases for whole nodes, which make schemas and their service role themselves. All of it
 * is dropped when this is closed.
 */
public final class NodeDatabases implements AutoCloseable {
  private final ServerAddress superuser;
  private final String serviceRole;
  private final List<String> names = new ArrayList<>();

  /**
   * Databases on a server.
   *
   * @param serviceRole that the nodes make
   * @throws SQLException if the server has it: it is a node's, whose password must stay
   */
  NodeDatabases(ServerAddress superuser, String serviceRole) throws SQLException {
    this.superuser = superuser;
    this.serviceRole = serviceRole;
    try (Connection connection =
            DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
        PreparedStatement query =
            connection.prepareStatement("select from pg_roles where rolname = ?")) {
      query.setString(1, serviceRole);
      try (ResultSet role = query.executeQuery()) {
        if (role.next()) {
          throw new SQLException(
              "the role %s exists, so a node uses this PostgreSQL; take another"
                  .formatted(serviceRole));
        }
      }
    }
  }

  /** Another one, for its owner. */
  public ServerAddress create() throws SQLException {
    String name =
        "tanlian_benchmark_%d_node_%d".formatted(ProcessHandle.current().pid(), names.size() + 1);
    BenchmarkServer.execute(superuser, "create database " + name);
    names.add(name);
    return new ServerAddress(superuser.urlOf(name), superuser.user(), superuser.password());
  }

  /** Brings statistics and visibility up to date, as autovacuum does in a while. */
  public static void vacuum(ServerAddress database) throws SQLException {
    BenchmarkServer.execute(database, "vacuum (analyze)");
  }

  @Override
  public void close() {
    try {
      for (String name : names) {
        BenchmarkServer.execute(superuser, "drop database " + name + " with (force)");
      }
      BenchmarkServer.execute(superuser, "drop role if exists " + serviceRole);
    } catch (SQLException e) {
      throw new IllegalStateException("the nodes' databases could not be dropped", e);
    }
  }
}
