package io.tanlian.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of an entry bundle (C2SP tlog-tiles): 1 to 256 entries, each after its length as u16
 * big-endian.
 */
public final class EntryBundle {
  public static final int ENTRY_BYTES_MAX = 65_535;

  private EntryBundle() {}

  public static byte[] encode(List<byte[]> entries) {
    TileIndex.require(0, entries.size());
    ByteBuffer bytes =
        ByteBuffer.allocate(entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
    for (byte[] entry : entries) {
      if (entry.length > ENTRY_BYTES_MAX) {
        throw new IllegalArgumentException(
            "an entry has at most %d bytes, not %d".formatted(ENTRY_BYTES_MAX, entry.length));
      }
      bytes.putShort((short) entry.length).put(entry);
    }
    return bytes.array();
  }

  /**
   * The entries of a bundle.
   *
   * @param width how many there must be, as the bundle's path says
   * @throws MalformedException if the bytes hold more or fewer entries, or end within one
   */
  public static List<byte[]> decode(byte[] bytes, int width) {
    TileIndex.require(0, width);
    List<byte[]> entries = new ArrayList<>(width);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    for (int i = 0; i < width; i++) {
      if (rest.remaining() < Short.BYTES) {
        throw new MalformedException(
            "entry bundle ends after %d of %d entries".formatted(i, width));
      }
      int length = Short.toUnsignedInt(rest.getShort());
      if (rest.remaining() < length) {
        throw new MalformedException("entry bundle ends within its entry " + i);
      }
      byte[] entry = new byte[length];
      rest.get(entry);
      entries.add(entry);
    }
    if (rest.hasRemaining()) {
      throw new MalformedException("entry bundle has bytes after its " + width + " entries");
    }
    return List.copyOf(entries);
  }
}
