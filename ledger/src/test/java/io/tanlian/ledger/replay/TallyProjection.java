package io.tanlian.ledger.replay;

import io.tanlian.ledger.SequencedEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * For each first tag: how many entries carry it, the last of them, and a text that tells any other
 * order from this one.
 */
final class TallyProjection implements Projection {
  static final StagedTables TABLES = new StagedTables("tally", List.of("total"));

  static final String DDL =
      """
      create schema tally;
      create table tally.total (
        name    text   constraint one_row_a_name primary key,
        entries bigint not null check (entries > 0),
        latest  bigint not null,
        trace   text   not null
      );
      create index total_by_latest on tally.total (latest, entries);
      """;

  static final String ROWS = "select name, entries, latest, trace from tally.total order by name";

  @Override
  public String laneKey(SequencedEntry entry) {
    return entry.entry().tags().first();
  }

  @Override
  public void apply(Connection connection, String schema, List<SequencedEntry> entries)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(upsertInto(schema))) {
      for (SequencedEntry entry : entries) {
        upsert.setString(1, laneKey(entry));
        upsert.setLong(2, entry.index());
        upsert.setLong(3, entry.index());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static String upsertInto(String schema) {
    return """
    insert into %1$s.total (name, entries, latest, trace) values (?, 1, ?, md5(?::text))
    on conflict (name) do update set entries = %1$s.total.entries + 1, latest = excluded.latest,
      trace = md5(%1$s.total.trace || excluded.latest)
    """
        .formatted(schema);
  }
}
