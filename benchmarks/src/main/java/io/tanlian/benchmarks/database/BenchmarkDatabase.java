package io.tanlian.benchmarks.database;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.schema.LedgerSchema;
import io.tanlian.ledger.storage.LedgerPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with the ledger's tables, empty; dropped when it is closed. */
public final class BenchmarkDatabase implements AutoCloseable {
  private final ServerAddress superuser;
  private final String name;
  private final ServerAddress owner;
  private final ServerAddress service;

  private BenchmarkDatabase(ServerAddress superuser, String name) {
    this.superuser = superuser;
    this.name = name;
    this.owner = new ServerAddress(superuser.urlOf(name), name + "_owner", superuser.password());
    this.service =
        new ServerAddress(superuser.urlOf(name), name + "_service", superuser.password());
  }

  static BenchmarkDatabase create(ServerAddress superuser, String name) throws SQLException {
    BenchmarkDatabase database = new BenchmarkDatabase(superuser, name);
    String password = superuser.password().replace("'", "''");
    for (ServerAddress role : new ServerAddress[] {database.owner, database.service}) {
      BenchmarkServer.execute(
          superuser, "create role %s login password '%s'".formatted(role.user(), password));
    }
    BenchmarkServer.execute(
        superuser, "create database %s owner %s".formatted(name, database.owner.user()));
    LedgerSchema.migrate(database.ownerDataSource(), database.service.user());
    return database;
  }

  /** The role that owns the tables, for what a raw peer writes and reads. */
  public ServerAddress owner() {
    return owner;
  }

  /** The role that the ledger's engine runs under. */
  public ServerAddress service() {
    return service;
  }

  /** A pool of the service role, with the product's own settings. */
  public HikariDataSource servicePool(String pool, int connectionsMax) {
    return LedgerPool.open(pool, service.url(), service.user(), service.password(), connectionsMax);
  }

  /** A connection of the owner with further properties of the driver. */
  public Connection connect(Properties properties) throws SQLException {
    Properties all = new Properties();
    all.putAll(properties);
    all.setProperty("user", owner.user());
    all.setProperty("password", owner.password());
    return DriverManager.getConnection(owner.url(), all);
  }

  /** Runs SQL as the owner. */
  public void execute(String sql) throws SQLException {
    BenchmarkServer.execute(owner, sql);
  }

  @Override
  public void close() {
    try {
      BenchmarkServer.execute(superuser, "drop database " + name + " with (force)");
      BenchmarkServer.execute(
          superuser, "drop role %s, %s".formatted(owner.user(), service.user()));
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " could not be dropped", e);
    }
  }

  /** Connections of the owner, a new one each. */
  public DataSource ownerDataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(owner.url());
    dataSource.setUser(owner.user());
    dataSource.setPassword(owner.password());
    return dataSource;
  }
}
