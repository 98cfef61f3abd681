package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.TileContent;
import io.tanlian.tlog.EntryBundle;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.note.VerifierKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tiles and entry bundles as the log serves them (C2SP tlog-tiles). */
public final class TileReads {
  private static final String BUNDLE =
      "select %s from ledger.entry e where e.position >= ? and e.position < ? order by e.position"
          .formatted(EntryRow.COLUMNS);
  private static final int LEVELS_PER_TILE = 8;

  private TileReads() {}

  /**
   * A tile, of a tree known to reach it.
   *
   * @param logKey that the stored checkpoints must be signed with
   */
  public static TileContent read(Connection connection, TilePath path, VerifierKey logKey)
      throws SQLException {
    try {
      return switch (path) {
        case TilePath.Hashes hashes -> hashes(connection, hashes);
        case TilePath.Entries entries -> entries(connection, entries, logKey);
      };
    } catch (CorruptLedgerException e) {
      return new TileContent.Corrupt(e.index(), String.valueOf(e.getMessage()));
    }
  }

  private static TileContent hashes(Connection connection, TilePath.Hashes path)
      throws SQLException {
    StoredTiles tiles = new StoredTiles(connection);
    List<Hash> hashes = tiles.fromBelow(path);
    if (path.width() == TilePath.FULL_WIDTH) {
      Optional<List<Hash>> row = tiles.full(path);
      for (int i = 0; i < TilePath.FULL_WIDTH; i++) {
        if (row.isEmpty() || !row.get().get(i).equals(hashes.get(i))) {
          throw new CorruptLedgerException(
              (path.index() * TilePath.FULL_WIDTH + i) << (path.level() * LEVELS_PER_TILE),
              "the stored tile and the level below it differ");
        }
      }
    }
    return new TileContent.Found(HashTile.encode(hashes));
  }

  /**
   * The entries' bytes as they are now, so that any change since shows; and compared with what is
   * derived from them: the tag index that conditions are checked against, the event ids, and the
   * checkpoints that receipts lead to.
   */
  private static TileContent entries(
      Connection connection, TilePath.Entries path, VerifierKey logKey) throws SQLException {
    long first = path.index() * TilePath.FULL_WIDTH;
    List<EntryRow> rows = new ArrayList<>(path.width());
    try (PreparedStatement query = connection.prepareStatement(BUNDLE)) {
      query.setLong(1, first);
      query.setLong(2, first + path.width());
      try (ResultSet found = query.executeQuery()) {
        while (found.next() && found.getLong(1) == first + rows.size()) {
          rows.add(EntryRow.read(found));
        }
      }
    }
    if (rows.size() < path.width()) {
      throw new CorruptLedgerException(first + rows.size(), "the entry is missing");
    }
    if (rows.stream().allMatch(EntryRow::matchesLeaf)) {
      DerivedRows.requireSound(connection, first, rows.stream().map(EntryRow::decoded).toList());
      BundleCheckpoints.requireSound(
          connection, first, rows.stream().map(EntryRow::leafHash).toList(), logKey);
    }
    return new TileContent.Found(EntryBundle.encode(rows.stream().map(EntryRow::bytes).toList()));
  }
}
