package io.tanlian.tlog;

import java.util.List;

/**
 * Reads the nodes of a tree from its tiles of hashes, as a client of the log or its own server
 * holds them.
 */
public final class TileNodes implements NodeReader {
  private static final int LEVELS_PER_TILE = 8;

  private final long size;
  private final Source tiles;

  /** Where tiles come from. What it returns is trusted to be what the path asks for. */
  @FunctionalInterface
  public interface Source {
    List<Hash> tile(TilePath.Hashes path);
  }

  /**
   * Nodes of one tree.
   *
   * @param size the tree's size; tiles at its right edge are asked for with the width they have at
   *     this size
   */
  public TileNodes(long size, Source tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  @Override
  public Hash node(int level, long index) {
    int levelInTile = level % LEVELS_PER_TILE;
    long first = index << levelInTile;
    TilePath.Hashes path =
        TilePath.Hashes.at(level / LEVELS_PER_TILE, first / TilePath.FULL_WIDTH, size);
    int offset = (int) (first % TilePath.FULL_WIDTH);
    return MerkleTree.root(tiles.tile(path).subList(offset, offset + (1 << levelInTile)));
  }
}
