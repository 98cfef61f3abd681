package io.tanlian.benchmarks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one server that both sides of a comparison use. */
public final class BenchmarkServer implements AutoCloseable {
  /** What a fair and honest figure depends on. */
  private static final List<String> SETTINGS =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "shared_buffers",
          "max_wal_size",
          "wal_compression",
          "commit_delay");

  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final ServerAddress address;
  private final Stop stop;
  private int databases;

  BenchmarkServer(ServerAddress address, Stop stop) {
    this.address = address;
    this.stop = stop;
  }

  /** Ends a server that was started for the benchmark. */
  @FunctionalInterface
  interface Stop {
    void run() throws IOException;
  }

  /**
   * Opens a server of somebody's own, or starts one.
   *
   * @param address null to start one
   * @param directory where one that is started keeps its files
   * @throws SQLException if it is not set to keep what it commits
   */
  public static BenchmarkServer open(@Nullable ServerAddress address, Path directory)
      throws IOException, SQLException {
    BenchmarkServer server =
        address == null ? EmbeddedServer.start(directory) : new BenchmarkServer(address, () -> {});
    try {
      server.requireDurability();
      return server;
    } catch (SQLException e) {
      server.close();
      throw e;
    }
  }

  /** A new database, migrated, with an owner and a service role of its own. */
  public BenchmarkDatabase newDatabase() throws SQLException {
    databases++;
    return BenchmarkDatabase.create(
        address, "tanlian_benchmark_%d_%d".formatted(ProcessHandle.current().pid(), databases));
  }

  /**
   * Empty databases for whole nodes.
   *
   * @param serviceRole that the nodes make
   * @throws SQLException if the server has that role already
   */
  public NodeDatabases nodeDatabases(String serviceRole) throws SQLException {
    return new NodeDatabases(address, serviceRole);
  }

  /** Writes out what is waiting, so that the next turn does not pay for the last one. */
  public void checkpoint() throws SQLException {
    execute(address, "checkpoint");
  }

  /** The server's settings by name, as it reports them itself. */
  public Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      for (String name : SETTINGS) {
        try (ResultSet row = statement.executeQuery("show " + name)) {
          row.next();
          settings.put(name, row.getString(1));
        }
      }
    }
    return settings;
  }

  @Override
  public void close() {
    try {
      stop.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void execute(ServerAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void requireDurability() throws SQLException {
    Map<String, String> settings = settings();
    for (String name : MUST_BE_ON) {
      if (!"on".equals(settings.get(name))) {
        throw new SQLException(
            "%s is %s; a benchmark of durable writes needs it on"
                .formatted(name, settings.get(name)));
      }
    }
  }

  private static Connection connect(ServerAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }
}
