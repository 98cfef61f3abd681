package io.tanlian.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a tile of hashes (C2SP tlog-tiles): 1 to 256 hashes one after the other. */
public final class HashTile {
  private HashTile() {}

  public static byte[] encode(List<Hash> hashes) {
    TileIndex.require(0, hashes.size());
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.SIZE_BYTES);
    hashes.forEach(hash -> hash.put(bytes));
    return bytes.array();
  }

  /**
   * The hashes of a tile.
   *
   * @param width how many there must be, as the tile's path says
   * @throws MalformedException if there are more or fewer bytes than that
   */
  public static List<Hash> decode(byte[] bytes, int width) {
    TileIndex.require(0, width);
    if (bytes.length != width * Hash.SIZE_BYTES) {
      throw new MalformedException(
          "a tile of width %d has %d bytes, not %d"
              .formatted(width, width * Hash.SIZE_BYTES, bytes.length));
    }
    List<Hash> hashes = new ArrayList<>(width);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    byte[] hash = new byte[Hash.SIZE_BYTES];
    while (rest.hasRemaining()) {
      rest.get(hash);
      hashes.add(Hash.of(hash));
    }
    return List.copyOf(hashes);
  }
}
