package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.TileNodes;
import io.tanlian.tlog.TilePath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tiles of hashes in the database. A full tile has a row of its own; a partial one, whatever its
 * width, is put together from what is below it: leaf hashes, or roots of full tiles.
 */
public final class StoredTiles implements TileNodes.Source {
  private static final String FULL_TILE =
      "select hashes from ledger.tile where level = ? and tile_index = ?";
  private static final String LEAVES =
      """
      select position, leaf_hash from ledger.entry
      where position >= ? and position < ? order by position
      """;
  private static final String ROOTS =
      """
      select tile_index, root from ledger.tile
      where level = ? and tile_index >= ? and tile_index < ? order by tile_index
      """;
  private static final int LEVELS_PER_TILE = 8;

  private final Connection connection;
  private final Map<TilePath.Hashes, List<Hash>> read = new HashMap<>();

  public StoredTiles(Connection connection) {
    this.connection = connection;
  }

  /** What {@link #tile} throws inside a pure computation when the database fails. */
  public static final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException sql;

    private ReadFailure(SQLException sql) {
      super(sql);
      this.sql = sql;
    }

    public SQLException sql() {
      return sql;
    }
  }

  @Override
  public List<Hash> tile(TilePath.Hashes path) {
    return read.computeIfAbsent(
        path,
        missing -> {
          try {
            Optional<List<Hash>> full = full(missing);
            return full.isPresent() ? full.get() : fromBelow(missing);
          } catch (SQLException e) {
            throw new ReadFailure(e);
          }
        });
  }

  /** The hashes in the tile's own row; none if it is partial or not there. */
  Optional<List<Hash>> full(TilePath.Hashes path) throws SQLException {
    if (path.width() < TilePath.FULL_WIDTH) {
      return Optional.empty();
    }
    try (PreparedStatement query = connection.prepareStatement(FULL_TILE)) {
      query.setInt(1, path.level());
      query.setLong(2, path.index());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(HashTile.decode(row.getBytes(1), TilePath.FULL_WIDTH))
            : Optional.empty();
      }
    }
  }

  /**
   * The hashes of the tile as the level below has them.
   *
   * @throws CorruptLedgerException if one is missing
   */
  List<Hash> fromBelow(TilePath.Hashes path) throws SQLException {
    long first = path.index() * TilePath.FULL_WIDTH;
    List<Hash> hashes = new ArrayList<>(path.width());
    try (PreparedStatement query =
        connection.prepareStatement(path.level() == 0 ? LEAVES : ROOTS)) {
      int parameter = 1;
      if (path.level() > 0) {
        query.setInt(parameter++, path.level() - 1);
      }
      query.setLong(parameter++, first);
      query.setLong(parameter, first + path.width());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next() && rows.getLong(1) == first + hashes.size()) {
          hashes.add(Hash.of(rows.getBytes(2)));
        }
      }
    }
    if (hashes.size() < path.width()) {
      long missing = first + hashes.size();
      throw new CorruptLedgerException(
          missing << (path.level() * LEVELS_PER_TILE),
          "hash %d of level %d is missing".formatted(missing, path.level()));
    }
    return hashes;
  }
}
