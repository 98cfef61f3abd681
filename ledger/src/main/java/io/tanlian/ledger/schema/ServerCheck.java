package io.tanlian.ledger.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at a database before the service trusts it. */
public final class ServerCheck {
  private static final int SERVER_VERSION_MIN = 170_000;
  private static final String QUESTIONS =
      """
      select current_setting('server_version_num')::int as version,
             current_setting('fsync') as fsync,
             current_setting('synchronous_commit') as synchronous_commit,
             current_setting('full_page_writes') as full_page_writes,
             current_user as role,
             bool_or(has_table_privilege(t.oid, 'update, delete, truncate')
                     or has_any_column_privilege(t.oid, 'update')) as can_change
      from pg_class t
      where t.relnamespace = 'ledger'::regnamespace and t.relkind in ('r', 'p')
        and t.relname not in ('attachment', 'flyway_schema_history')
      """;

  private ServerCheck() {}

  /**
   * What stands against running a ledger here, each with its remedy; empty if nothing does.
   *
   * @param service connects as the service role, to a migrated schema
   */
  public static List<String> objections(DataSource service) throws SQLException {
    List<String> objections = new ArrayList<>();
    try (Connection connection = service.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTIONS)) {
      row.next();
      if (row.getInt("version") < SERVER_VERSION_MIN) {
        objections.add(
            "PostgreSQL must be 17 or later, not server_version_num %d; upgrade the server"
                .formatted(row.getInt("version")));
      }
      if (row.getString("fsync").equals("off")) {
        objections.add(
            "fsync is off: a power cut would lose or damage entries with receipts; set fsync = on");
      }
      if (row.getString("synchronous_commit").equals("off")) {
        objections.add(
            "synchronous_commit is off: a crash would lose entries with receipts; set synchronous_commit = on");
      }
      if (row.getString("full_page_writes").equals("off")) {
        objections.add(
            "full_page_writes is off: a crash could tear pages of the ledger; set full_page_writes = on");
      }
      if (row.getBoolean("can_change")) {
        objections.add(
            "role %s may update, delete or truncate the ledger; connect as a role that only has what LedgerSchema.migrate grants"
                .formatted(row.getString("role")));
      }
    }
    return objections;
  }
}
