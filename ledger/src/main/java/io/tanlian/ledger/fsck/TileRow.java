package io.tanlian.ledger.fsck;

import io.tanlian.tlog.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A row of {@code ledger.tile}. */
@SuppressWarnings("ArrayRecordComponent") // as read, and only compared
record TileRow(byte[] hashes, Hash root) {
  private static final String TILES =
      """
      select tile_index, hashes, root from ledger.tile
      where level = ? and tile_index >= ? and tile_index < ?
      """;

  /** Tiles {@code [from, end)} of a level, by index. */
  static Map<Long, TileRow> read(Connection connection, int level, long from, long end)
      throws SQLException {
    Map<Long, TileRow> tiles = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(TILES)) {
      query.setInt(1, level);
      query.setLong(2, from);
      query.setLong(3, end);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tiles.put(rows.getLong(1), new TileRow(rows.getBytes(2), Hash.of(rows.getBytes(3))));
        }
      }
    }
    return tiles;
  }
}
