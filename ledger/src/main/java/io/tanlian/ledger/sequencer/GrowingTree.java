package io.tanlian.ledger.sequencer;

import io.tanlian.tlog.Frontier;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TileNodes;
import io.tanlian.tlog.TilePath;
import java.util.ArrayList;
import java.util.List;

/** The tree while it grows: its frontier, and the hashes of the one open tile of each level. */
final class GrowingTree {
  private static final int LEVELS_PER_TILE = 8;

  private Frontier frontier;
  private final List<List<Hash>> openTiles;

  private GrowingTree(Frontier frontier, List<List<Hash>> openTiles) {
    this.frontier = frontier;
    this.openTiles = openTiles;
  }

  /** The tree over the first {@code size} leaves in storage. */
  static GrowingTree of(long size, TileNodes.Source stored) {
    List<List<Hash>> openTiles = new ArrayList<>();
    int level = 0;
    for (long hashes = size; hashes > 0; hashes >>= LEVELS_PER_TILE, level++) {
      int width = (int) (hashes % TilePath.FULL_WIDTH);
      openTiles.add(
          width == 0
              ? new ArrayList<>()
              : new ArrayList<>(
                  stored.tile(new TilePath.Hashes(level, hashes / TilePath.FULL_WIDTH, width))));
    }
    return new GrowingTree(Frontier.of(size, new TileNodes(size, stored)), openTiles);
  }

  GrowingTree copy() {
    List<List<Hash>> copied = new ArrayList<>();
    openTiles.forEach(tile -> copied.add(new ArrayList<>(tile)));
    return new GrowingTree(frontier, copied);
  }

  /** Adds a leaf, and returns the tiles it has filled, lowest level first. */
  List<FullTile> append(Hash leaf) {
    frontier = frontier.append(leaf);
    List<FullTile> filled = new ArrayList<>();
    Hash hash = leaf;
    long count = frontier.size();
    for (int level = 0; ; level++) {
      if (level == openTiles.size()) {
        openTiles.add(new ArrayList<>());
      }
      List<Hash> open = openTiles.get(level);
      open.add(hash);
      if (open.size() < TilePath.FULL_WIDTH) {
        return filled;
      }
      count /= TilePath.FULL_WIDTH;
      hash = MerkleTree.root(open);
      filled.add(new FullTile(level, count - 1, List.copyOf(open), hash));
      open.clear();
    }
  }

  long size() {
    return frontier.size();
  }

  Hash root() {
    return frontier.root();
  }
}
