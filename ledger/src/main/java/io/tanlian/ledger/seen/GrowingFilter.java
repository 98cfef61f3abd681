package io.tanlian.ledger.seen;

import java.util.ArrayList;
import java.util.List;

/**
 * A Bloom filter that starts small and doubles as it fills, up to a bound. Beyond the bound it
 * answers "perhaps" more and more often; it never denies what was added.
 */
final class GrowingFilter {
  private static final int FIRST_SEGMENT_BYTES = 128 * 1024;

  /** Of two to this power bytes; the words of a segment are counted by an int. */
  private static final int SEGMENT_BYTES_LOG_MAX = 30;

  private final long bytesMax;
  private volatile List<BloomSegment> segments;
  private long keysInNewest;

  GrowingFilter(long bytesMax) {
    if (bytesMax < FIRST_SEGMENT_BYTES) {
      throw new IllegalArgumentException(
          "the filter of seen keys needs at least %d bytes, not %d"
              .formatted(FIRST_SEGMENT_BYTES, bytesMax));
    }
    this.bytesMax = bytesMax;
    this.segments = List.of(new BloomSegment(FIRST_SEGMENT_BYTES));
  }

  synchronized void add(long hash) {
    if (mightContain(hash)) {
      return;
    }
    if (keysInNewest >= segments.getLast().keysMax()) {
      grow();
    }
    segments.getLast().add(hash);
    keysInNewest++;
  }

  boolean mightContain(long hash) {
    for (BloomSegment segment : segments) {
      if (segment.mightContain(hash)) {
        return true;
      }
    }
    return false;
  }

  long bytes() {
    return segments.stream().mapToLong(BloomSegment::bytes).sum();
  }

  private void grow() {
    int next = segments.getLast().bytes() * 2;
    if (next <= 1 << SEGMENT_BYTES_LOG_MAX && bytes() + next <= bytesMax) {
      List<BloomSegment> grown = new ArrayList<>(segments);
      grown.add(new BloomSegment(next));
      segments = List.copyOf(grown);
      keysInNewest = 0;
    }
  }
}
