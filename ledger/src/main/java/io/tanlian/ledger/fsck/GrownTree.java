package io.tanlian.ledger.fsck;

import io.tanlian.tlog.Frontier;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TilePath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Grows the tree from the roots of its tiles of leaves, in order, and compares the tiles above and
 * the checkpoints with it.
 */
final class GrownTree {
  private final Findings findings;
  private final List<List<Hash>> upper = new ArrayList<>();
  private final List<Long> fullTiles = new ArrayList<>();

  /** Its leaves are the roots of whole tiles: for right edges, the last one may be partial. */
  private Frontier tiles = Frontier.EMPTY;

  private Hash root = MerkleTree.EMPTY_ROOT;

  GrownTree(Findings findings) {
    this.findings = findings;
  }

  /** The root over all entries so far. */
  Hash root() {
    return root;
  }

  void append(Connection connection, StretchResult stretch) throws SQLException {
    int next = 0;
    for (int tile = 0; tile < stretch.tiles().size(); tile++) {
      for (;
          next < stretch.checkpoints().size() && stretch.checkpoints().get(next).tile() == tile;
          next++) {
        compare(stretch.checkpoints().get(next));
      }
      tiles = tiles.append(stretch.tiles().get(tile));
      root = tiles.root();
      boolean full = (tile + 1L) * TilePath.FULL_WIDTH <= stretch.entries();
      if (full) {
        add(connection, 1, stretch.tiles().get(tile));
      }
    }
  }

  /** Appended as the last tile's root, a part of a tile makes the root of the smaller tree. */
  private void compare(StretchResult.Signed checkpoint) {
    Hash computed = tiles.append(checkpoint.edge()).root();
    if (!computed.equals(checkpoint.root())) {
      findings.add(
          new FsckFinding.CheckpointWrong(
              checkpoint.size(),
              "the entries make root %s, not %s"
                  .formatted(computed.base64(), checkpoint.root().base64())));
    }
  }

  private void add(Connection connection, int level, Hash hash) throws SQLException {
    if (upper.size() < level) {
      upper.add(new ArrayList<>());
      fullTiles.add(0L);
    }
    List<Hash> open = upper.get(level - 1);
    open.add(hash);
    if (open.size() == TilePath.FULL_WIDTH) {
      long index = fullTiles.get(level - 1);
      compare(connection, level, index, open);
      Hash over = MerkleTree.root(open);
      open.clear();
      fullTiles.set(level - 1, index + 1);
      add(connection, level + 1, over);
    }
  }

  private void compare(Connection connection, int level, long index, List<Hash> hashes)
      throws SQLException {
    Map<Long, TileRow> rows = TileRow.read(connection, level, index, index + 1);
    long first = LoneRows.firstEntry(level, index);
    TileRow row = rows.get(index);
    if (row == null) {
      findings.add(new FsckFinding.TileMissing(first, level, index));
      return;
    }
    if (!Arrays.equals(row.hashes(), HashTile.encode(hashes))) {
      findings.add(
          new FsckFinding.TileDiffers(
              first, level, index, "its hashes are not the roots of the tiles below"));
    }
    if (!row.root().equals(MerkleTree.root(hashes))) {
      findings.add(
          new FsckFinding.TileDiffers(
              first, level, index, "its root is not that of the tiles below"));
    }
  }
}
