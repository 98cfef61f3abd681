package io.tanlian.benchmarks.harness;

import java.util.Arrays;

/** How long each of many operations took. */
public final class Latencies {
  private static final double NANOS_PER_MS = 1e6;
  private static final double PERCENT = 100;

  private final long[] sortedNanos;

  /**
   * Takes the times.
   *
   * @param nanos at least one, in any order
   */
  public Latencies(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("no operation was measured");
    }
    sortedNanos = nanos.clone();
    Arrays.sort(sortedNanos);
  }

  /** The time in ms that this share of the operations did not exceed, by the nearest rank. */
  public double percentileMs(double percent) {
    int rank = (int) Math.ceil(percent / PERCENT * sortedNanos.length);
    return sortedNanos[Math.clamp(rank - 1, 0, sortedNanos.length - 1)] / NANOS_PER_MS;
  }
}
