package io.tanlian.ledger.fsck;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TilePath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored tiles of leaf hashes over a stretch of entries. */
final class LeafTiles {
  /** Stands for a leaf of which nothing is known; no entry hashes to it. */
  private static final Hash UNKNOWN = MerkleTree.EMPTY_ROOT;

  private final Map<Long, TileRow> rows;

  private LeafTiles(Map<Long, TileRow> rows) {
    this.rows = rows;
  }

  static LeafTiles read(Connection connection, long first, long end) throws SQLException {
    return new LeafTiles(
        TileRow.read(connection, 0, first / TilePath.FULL_WIDTH, end / TilePath.FULL_WIDTH));
  }

  /**
   * Compares a tile with its entries.
   *
   * @param leaves null where the entry is missing
   * @return the leaf hashes to go on with: those of the stored tile where it agrees with its own
   *     root, so that one changed entry does not make everything above it look changed too
   */
  List<Hash> check(long tile, List<EntryStretch.@Nullable Leaf> leaves, Findings findings) {
    List<Hash> computed = new ArrayList<>(leaves.size());
    for (EntryStretch.@Nullable Leaf leaf : leaves) {
      computed.add(leaf == null ? UNKNOWN : leaf.computed());
    }
    if (leaves.size() < TilePath.FULL_WIDTH) {
      return computed;
    }
    long first = tile * TilePath.FULL_WIDTH;
    TileRow row = rows.get(tile);
    if (row == null) {
      findings.add(new FsckFinding.TileMissing(first, 0, tile));
      return computed;
    }
    List<Hash> stored = HashTile.decode(row.hashes(), TilePath.FULL_WIDTH);
    for (int i = 0; i < leaves.size(); i++) {
      EntryStretch.Leaf leaf = leaves.get(i);
      if (leaf != null && !isBorneOut(leaf, stored.get(i))) {
        findings.add(
            new FsckFinding.TileDiffers(
                first + i, 0, tile, "its hash " + i + " is not that of the entry"));
      }
    }
    boolean consistent = MerkleTree.root(stored).equals(row.root());
    if (!consistent) {
      findings.add(new FsckFinding.TileDiffers(first, 0, tile, "its hashes do not make its root"));
    }
    return consistent ? stored : computed;
  }

  /** A leaf hash that is not that of its own entry has been reported already. */
  private static boolean isBorneOut(EntryStretch.Leaf leaf, Hash inTile) {
    return inTile.equals(leaf.computed())
        || (inTile.equals(leaf.stored()) && !leaf.stored().equals(leaf.computed()));
  }
}
