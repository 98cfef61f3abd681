package io.tanlian.exchange.node;

import io.tanlian.exchange.serve.ServeSettings.ExternalDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server that the operator runs, set up as docs/operating.md says. */
final class OwnPostgres implements AutoCloseable {
  private static final String OWNER = "tanlian_owner";
  private static final String PASSWORD = "of-the-owner";

  private final EmbeddedPostgres server;

  private OwnPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  static OwnPostgres start() throws IOException, SQLException {
    OwnPostgres started =
        new OwnPostgres(
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .start());
    started.execute("create role %s login createrole password '%s'".formatted(OWNER, PASSWORD));
    return started;
  }

  ExternalDatabase newDatabase(String name) throws SQLException {
    execute("create database %s owner %s".formatted(name, OWNER));
    execute("revoke all on database %s from public".formatted(name));
    return new ExternalDatabase(
        "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name), OWNER, PASSWORD);
  }

  private void execute(String sql) throws SQLException {
    try (Connection superuser = server.getPostgresDatabase().getConnection();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
