package io.tanlian.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.schema.LedgerSchema;
import io.tanlian.ledger.storage.LedgerPool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A migrated database: what its owner, its service and its server's superuser can do. */
public final class TestDatabase implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final String name;
  private final String owner;
  private final String service;
  private final List<HikariDataSource> pools = new ArrayList<>();

  TestDatabase(EmbeddedPostgres server, String name, String owner, String service) {
    this.server = server;
    this.name = name;
    this.owner = owner;
    this.service = service;
    LedgerSchema.migrate(owner(), service);
  }

  public String serviceRole() {
    return service;
  }

  /** How the service role connects; it needs no password. */
  public String jdbcUrl() {
    return server.getJdbcUrl(service, name);
  }

  public DataSource owner() {
    return server.getDatabase(owner, name);
  }

  public DataSource superuser() {
    return server.getDatabase("postgres", name);
  }

  /** Where the service connects to, and as whom. */
  public String serviceUrl() {
    return server.getJdbcUrl(service, name);
  }

  /** A new pool of the service role. */
  public HikariDataSource service(int connectionsMax) {
    return kept(LedgerPool.open("test-" + pools.size(), serviceUrl(), service, "", connectionsMax));
  }

  /** A new pool of the service role, by another way to the server, with a sequencer's patience. */
  public HikariDataSource service(String url, int connectionsMax) {
    return kept(
        LedgerPool.open(
            "test-" + pools.size(),
            url,
            service,
            "",
            connectionsMax,
            LedgerPool.SEQUENCER_PATIENCE));
  }

  private HikariDataSource kept(HikariDataSource pool) {
    pools.add(pool);
    return pool;
  }

  /** Runs SQL as the superuser: the attacker with the database's keys. */
  public void tamper(String sql) {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database " + name + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
