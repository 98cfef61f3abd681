package io.tanlian.tlog;

import io.tanlian.tlog.encoding.StrictDecimal;
import java.util.List;

/** Where a tile is served, below the log's prefix (C2SP tlog-tiles). */
public sealed interface TilePath {
  int FULL_WIDTH = 256;
  int LEVEL_MAX = 63;

  /** Position among the tiles of its kind and level, from 0. */
  long index();

  /** How many hashes or entries the tile holds: 256, or 1 to 255 for a partial tile. */
  int width();

  /** Whether a tree of this size fills the tile to its width: only then may it be served. */
  boolean isWithin(long size);

  /** The path as {@code tile/0/x001/x234/067.p/5}. */
  String format();

  /**
   * Reads what {@link #format} writes.
   *
   * @throws MalformedException if the path is not the one spelling of a tile's path
   */
  static TilePath parse(String path) {
    List<String> parts = List.of(path.split("/", TileIndex.PARTS_MAX + 1));
    if (parts.size() < 3
        || parts.size() > TileIndex.PARTS_MAX
        || !parts.getFirst().equals("tile")) {
      throw new MalformedException("a tile path is tile/<level>/<index>[.p/<width>]");
    }
    TileIndex position = TileIndex.parse(parts.subList(2, parts.size()));
    if (parts.get(1).equals("entries")) {
      return new Entries(position.index(), position.width());
    }
    long level = StrictDecimal.parse(parts.get(1));
    if (level > LEVEL_MAX) {
      throw new MalformedException("a tile level is from 0 to " + LEVEL_MAX + ", not " + level);
    }
    return new Hashes((int) level, position.index(), position.width());
  }

  /**
   * A tile of hashes: hash i is the root over leaves {@code [(256 index + i) 256^level, (256 index
   * + i + 1) 256^level)}.
   *
   * @param level height in tiles; 0 holds leaf hashes
   */
  record Hashes(int level, long index, int width) implements TilePath {
    private static final int LEVELS_PER_TILE = 8;

    public Hashes {
      if (level < 0 || level > LEVEL_MAX) {
        throw new MalformedException("a tile level is from 0 to " + LEVEL_MAX + ", not " + level);
      }
      TileIndex.require(index, width);
    }

    /**
     * The tile at this position in a tree of this size, partial if it is at the right edge.
     *
     * @throws IllegalArgumentException if the tree has no hash there yet
     */
    public static Hashes at(int level, long index, long size) {
      return new Hashes(level, index, TileIndex.widthAt(index, available(level, size)));
    }

    @Override
    public boolean isWithin(long size) {
      return TileIndex.fits(index, width, available(level, size));
    }

    @Override
    public String format() {
      return "tile/" + level + "/" + new TileIndex(index, width).format();
    }

    private static long available(int level, long size) {
      int shift = level * LEVELS_PER_TILE;
      return shift >= Long.SIZE - 1 ? 0 : size >> shift;
    }
  }

  /** A bundle of entries: those of the leaves in the level-0 tile with the same index and width. */
  record Entries(long index, int width) implements TilePath {
    public Entries {
      TileIndex.require(index, width);
    }

    /**
     * The bundle at this position in a tree of this size, partial if it is at the right edge.
     *
     * @throws IllegalArgumentException if the tree has no entry there yet
     */
    public static Entries at(long index, long size) {
      return new Entries(index, TileIndex.widthAt(index, size));
    }

    @Override
    public boolean isWithin(long size) {
      return TileIndex.fits(index, width, size);
    }

    @Override
    public String format() {
      return "tile/entries/" + new TileIndex(index, width).format();
    }
  }
}
