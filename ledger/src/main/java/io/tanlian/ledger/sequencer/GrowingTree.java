package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.storage.FullTile;
import io.tanlian.tlog.Frontier;
import io.tanlian.tlog.GrownTree;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.TileNodes;
import io.tanlian.tlog.TilePath;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree between two batches: its frontier, and the hashes of the one open tile of each level.
 *
 * @param openTiles by level of tiles, from the leaves up; empty where the last tile is full
 */
record GrowingTree(Frontier frontier, List<List<Hash>> openTiles) {
  private static final int LEVELS_PER_TILE = 8;

  /** The tree over the first {@code size} leaves in storage. */
  static GrowingTree of(long size, TileNodes.Source stored) {
    List<List<Hash>> openTiles = new ArrayList<>();
    int level = 0;
    for (long hashes = size; hashes > 0; hashes >>= LEVELS_PER_TILE, level++) {
      int width = (int) (hashes % TilePath.FULL_WIDTH);
      openTiles.add(
          width == 0
              ? List.of()
              : stored.tile(new TilePath.Hashes(level, hashes / TilePath.FULL_WIDTH, width)));
    }
    return new GrowingTree(Frontier.of(size, new TileNodes(size, stored)), openTiles);
  }

  /**
   * What a batch makes of the tree.
   *
   * @param grown proves every leaf of the batch
   * @param filled the tiles it has filled, lowest level first
   * @param after the tree to go on with
   */
  record Growth(GrownTree grown, List<FullTile> filled, GrowingTree after) {}

  Growth grow(List<Hash> leaves) {
    GrownTree grown = GrownTree.of(frontier, leaves);
    List<FullTile> filled = new ArrayList<>();
    List<List<Hash>> open = new ArrayList<>();
    int levels = Math.max(openTiles.size(), tileLevels(grown.size()));
    for (int level = 0; level < levels; level++) {
      open.add(fill(level, grown, filled));
    }
    return new Growth(grown, filled, new GrowingTree(grown.frontier(), open));
  }

  private List<Hash> fill(int level, GrownTree grown, List<FullTile> filled) {
    int treeLevel = level * LEVELS_PER_TILE;
    List<Hash> hashes =
        new ArrayList<>(level < openTiles.size() ? openTiles.get(level) : List.of());
    hashes.addAll(grown.completed(treeLevel));
    long tile = grown.firstCompleted(treeLevel) / TilePath.FULL_WIDTH;
    int begin = 0;
    for (; hashes.size() - begin >= TilePath.FULL_WIDTH; begin += TilePath.FULL_WIDTH, tile++) {
      filled.add(
          new FullTile(
              level,
              tile,
              List.copyOf(hashes.subList(begin, begin + TilePath.FULL_WIDTH)),
              grown.node(treeLevel + LEVELS_PER_TILE, tile)));
    }
    return List.copyOf(hashes.subList(begin, hashes.size()));
  }

  private static int tileLevels(long size) {
    int levels = 0;
    for (long hashes = size; hashes > 0; hashes >>= LEVELS_PER_TILE) {
      levels++;
    }
    return levels;
  }

  long size() {
    return frontier.size();
  }

  Hash root() {
    return frontier.root();
  }
}
