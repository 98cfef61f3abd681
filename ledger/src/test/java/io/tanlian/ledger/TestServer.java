package io.tanlian.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, as durable as a real one. */
public final class TestServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestServer() {}

  /** A database of its own, migrated, with an owner and a service role. */
  public static TestDatabase newDatabase() {
    return newDatabase(SERVER);
  }

  static TestDatabase newDatabase(EmbeddedPostgres server) {
    int number = DATABASES.incrementAndGet();
    String name = "ledger_" + number;
    String owner = "owner_" + number;
    String service = "service_" + number;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + owner + " login");
      statement.execute("create role " + service + " login");
      statement.execute("create database " + name + " owner " + owner);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(server, name, owner, service);
  }

  /** The embedded server would start with fsync off. */
  static EmbeddedPostgres.Builder durable() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "300");
  }

  private static EmbeddedPostgres start() {
    try {
      return durable().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
