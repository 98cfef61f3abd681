package io.tanlian.ledger.fsck;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.note.SignedNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows that nothing in the tree leads to: whatever lies beyond its head, epochs, cosignatures. */
final class LoneRows {
  private static final int LEVELS_PER_TILE = 8;
  private static final int FETCH_ROWS = 1_024;

  private static final String ENTRIES =
      "select position from ledger.entry where position >= ? order by position";
  private static final String ATTACHMENTS =
      "select position from ledger.attachment where position >= ? order by position";
  private static final String TILES =
      """
      select level, tile_index from ledger.tile
      where tile_index >= (?::bigint >> (8 * (level + 1))) order by level, tile_index
      """;
  private static final String EPOCHS =
      """
      select epoch, expected
      from (select epoch, row_number() over (order by epoch) as expected from ledger.epoch) numbered
      where epoch <> expected order by epoch limit 1
      """;
  private static final String COSIGNATURES =
      """
      select c.size, c.witness, c.line, k.note
      from ledger.cosignature c left join ledger.checkpoint k using (size)
      """;

  private LoneRows() {}

  static void check(Connection connection, long size, Findings findings) throws SQLException {
    beyond(
        connection,
        ENTRIES,
        size,
        row -> findings.add(new FsckFinding.EntryBeyondHead(row.getLong(1), size)));
    beyond(
        connection,
        ATTACHMENTS,
        size,
        row -> findings.add(new FsckFinding.AttachmentBeyondHead(row.getLong(1))));
    beyond(
        connection,
        TILES,
        size,
        row -> {
          int level = row.getInt(1);
          long tile = row.getLong(2);
          findings.add(new FsckFinding.TileBeyondHead(firstEntry(level, tile), level, tile));
        });
    each(
        connection.prepareStatement(EPOCHS),
        row -> findings.add(new FsckFinding.EpochsNotDense(row.getLong(1), row.getLong(2))));
    each(connection.prepareStatement(COSIGNATURES), row -> cosignature(row, findings));
  }

  /** The first entry under a tile, or the greatest number where there can be none. */
  static long firstEntry(int level, long tile) {
    int shift = (level + 1) * LEVELS_PER_TILE;
    return tile > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : tile << shift;
  }

  /** Whether the witness really signed is for those to judge who know its key. */
  private static void cosignature(ResultSet row, Findings findings) throws SQLException {
    long size = row.getLong(1);
    String witness = row.getString(2);
    String note = row.getString(4);
    if (note == null) {
      findings.add(
          new FsckFinding.CosignatureWrong(size, witness, "there is no checkpoint of that size"));
      return;
    }
    try {
      SignedNote.parse(note + row.getString(3).stripTrailing() + "\n");
    } catch (MalformedException e) {
      findings.add(
          new FsckFinding.CosignatureWrong(
              size, witness, "it does not fit the checkpoint: " + e.getMessage()));
    }
  }

  private static void beyond(Connection connection, String sql, long size, Row row)
      throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setLong(1, size);
    each(query, row);
  }

  private static void each(PreparedStatement query, Row row) throws SQLException {
    try (query) {
      query.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          row.read(rows);
        }
      }
    }
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }
}
