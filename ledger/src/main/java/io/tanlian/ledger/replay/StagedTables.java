package io.tanlian.ledger.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables that are filled anew in a schema of their own, with the keys, indexes and privileges of
 * those in use, and then take their place in one transaction.
 *
 * @param schema where the tables in use are
 * @param tables all tables of the projection; without foreign keys, sequences or views upon them
 */
public record StagedTables(String schema, List<String> tables) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

  /** How long readers may wait behind the swap before it steps back. */
  private static final String LOCK_TIMEOUT = "set local lock_timeout = '2s'";

  /** So that PostgreSQL writes every name with its schema. */
  private static final String QUALIFY = "set local search_path = ''";

  private static final String COPY_OF_TABLE =
      "create table %1$s.%3$s (like %2$s.%3$s including all excluding indexes)";

  private static final String KEYS =
      """
      select format('alter table %1$s.%3$s add constraint %%I %%s', conname, pg_get_constraintdef(oid))
      from pg_constraint where conrelid = '%2$s.%3$s'::regclass and contype in ('p', 'u', 'x')
      order by conname
      """;

  private static final String INDEXES =
      """
      select replace(pg_get_indexdef(indexrelid), ' ON %2$s.%3$s ', ' ON %1$s.%3$s ')
      from pg_index where indrelid = '%2$s.%3$s'::regclass
        and indexrelid not in (select conindid from pg_constraint where conrelid = indrelid)
      order by indexrelid
      """;

  private static final String PRIVILEGES =
      """
      select format('grant %%s on %1$s.%3$s to %%s', privilege_type,
        case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
      from pg_class, aclexplode(relacl) where pg_class.oid = '%2$s.%3$s'::regclass
      """;

  public StagedTables {
    tables = List.copyOf(tables);
    requireName(schema);
    tables.forEach(StagedTables::requireName);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("a projection has at least one table");
    }
  }

  /** Where the tables are filled. */
  String staging() {
    return schema + "_rebuild";
  }

  /** Makes them, empty, in place of any that were left. */
  void create(Connection owner) throws SQLException {
    drop(owner);
    execute(owner, QUALIFY);
    execute(owner, "create schema " + staging());
    for (String table : tables) {
      execute(owner, of(COPY_OF_TABLE, table));
      for (String made : List.of(KEYS, INDEXES, PRIVILEGES)) {
        for (String ddl : texts(owner, of(made, table))) {
          execute(owner, ddl);
        }
      }
    }
  }

  void drop(Connection owner) throws SQLException {
    execute(owner, "drop schema if exists " + staging() + " cascade");
  }

  /** Lets the planner know what is in them. */
  void analyze(Connection owner) throws SQLException {
    for (String table : tables) {
      execute(owner, "analyze " + staging() + "." + table);
    }
  }

  /** Gives up on a lock in this transaction rather than keep readers waiting for long. */
  void limitWaits(Connection owner) throws SQLException {
    execute(owner, LOCK_TIMEOUT);
  }

  /** From here to the end of the transaction nobody reads or writes the tables in use. */
  void lock(Connection owner) throws SQLException {
    execute(
        owner,
        tables.stream()
            .map(table -> schema + "." + table)
            .collect(Collectors.joining(", ", "lock table ", " in access exclusive mode")));
  }

  /** Puts them in the place of the tables in use, which are dropped. */
  void swap(Connection owner) throws SQLException {
    for (String table : tables) {
      execute(owner, "drop table " + schema + "." + table);
      execute(owner, "alter table " + staging() + "." + table + " set schema " + schema);
    }
    execute(owner, "drop schema " + staging());
  }

  private String of(String template, String table) {
    return template.formatted(staging(), schema, table);
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a schema or table must match " + NAME + ": " + name);
    }
  }
}
