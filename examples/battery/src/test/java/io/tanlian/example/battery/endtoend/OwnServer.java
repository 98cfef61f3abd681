package io.tanlian.example.battery.endtoend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL server of the operator's own, and services that use it. */
final class OwnServer implements AutoCloseable {
  private static final String PASSWORD = "of-the-owner";

  private final EmbeddedPostgres server;

  private OwnServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static OwnServer start() throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .start();
    try (Connection superuser = server.getPostgresDatabase().getConnection();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "create role tanlian_owner login createrole password '%s'".formatted(PASSWORD));
      statement.execute("create database tanlian owner tanlian_owner");
    }
    return new OwnServer(server);
  }

  /** A node on this server, which answers. */
  ServiceProcess node(Path data, int port) throws IOException, InterruptedException {
    ServiceProcess service =
        ServiceProcess.launch(
            data,
            port,
            Map.of("TANLIAN_DATABASE_PASSWORD", PASSWORD),
            "--database-url",
            "jdbc:postgresql://localhost:%d/tanlian".formatted(server.getPort()));
    service.awaitUp();
    return service;
  }

  /** The address of the node elected last. */
  String leader() throws SQLException {
    try (Connection superuser = server.getDatabase("postgres", "tanlian").getConnection();
        Statement query = superuser.createStatement();
        ResultSet row =
            query.executeQuery("select url from ledger.epoch order by epoch desc limit 1")) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
