package io.tanlian.example.battery.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL inside a node, as its superuser sees it: nothing is forbidden. */
final class NodeDatabase implements AutoCloseable {
  private static final List<String> TABLES =
      List.of("entry", "event", "entry_tag", "tile", "checkpoint", "attachment");
  private static final int PORT_LINE = 3;

  private final Connection superuser;

  private NodeDatabase(Connection superuser) {
    this.superuser = superuser;
  }

  /**
   * Connects to a running node's database.
   *
   * @param data the node's data directory
   */
  static NodeDatabase open(Path data) throws IOException, SQLException {
    String port = Files.readAllLines(postmasterFile(data)).get(PORT_LINE).strip();
    String password = Files.readString(data.resolve("secrets/database-superuser")).strip();
    return new NodeDatabase(
        DriverManager.getConnection(
            "jdbc:postgresql://localhost:" + port + "/tanlian", "postgres", password));
  }

  /** The server's process. */
  static ProcessHandle process(Path data) throws IOException {
    String pid = Files.readAllLines(postmasterFile(data)).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Whether the server named in the data directory is alive. */
  static boolean isRunning(Path data) throws IOException {
    if (!Files.exists(postmasterFile(data))) {
      return false;
    }
    long pid =
        Math.abs(Long.parseLong(Files.readAllLines(postmasterFile(data)).getFirst().strip()));
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("postgres"))
        .isPresent();
  }

  private static Path postmasterFile(Path data) {
    return data.resolve("postgres/postmaster.pid");
  }

  /** Keeps a copy of the whole ledger aside, to put back. */
  void copyLedger() throws SQLException {
    execute("create schema ledger_copy");
    for (String table : TABLES) {
      execute("create table ledger_copy.%1$s as table ledger.%1$s".formatted(table));
    }
  }

  /** Puts back every row as it was copied. */
  void restoreLedger() throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (String table : TABLES) {
      sql.append(
          "delete from ledger.%1$s; insert into ledger.%1$s table ledger_copy.%1$s;"
              .formatted(table));
    }
    execute("begin; " + sql + " commit");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs an update that must change exactly this many rows. */
  void update(int rows, String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      int updated = statement.executeUpdate(sql);
      if (updated != rows) {
        throw new IllegalStateException("%d rows, not %d: %s".formatted(updated, rows, sql));
      }
    }
  }

  List<String> strings(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(strings(sql).getFirst());
  }

  List<String> columns(String table) throws SQLException {
    return strings(
        """
        select column_name from information_schema.columns
        where table_schema = 'ledger' and table_name = '%s' order by ordinal_position
        """
            .formatted(table));
  }

  List<String> tables() throws SQLException {
    return strings(
        """
        select relname from pg_class
        where relnamespace = 'ledger'::regnamespace and relkind in ('r', 'p') and not relispartition
          and relname <> 'flyway_schema_history'
        order by relname
        """);
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
  }
}
