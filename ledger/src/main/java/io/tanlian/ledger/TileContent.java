package io.tanlian.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What can be served for a tile path. */
public sealed interface TileContent {

  /** The tile's bytes, which will never change. */
  @SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
  record Found(byte[] bytes) implements TileContent {
    public Found {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Found that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Found[%d bytes]".formatted(bytes.length);
    }
  }

  /** The ledger does not reach so far yet, or never had a partial tile of this width published. */
  record NotPublished() implements TileContent {}

  /**
   * What is stored cannot be served truthfully. Say so; do not hide it.
   *
   * @param index the first entry affected
   */
  record Corrupt(long index, String words) implements TileContent {}
}
