package io.tanlian.benchmarks.ledger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * When operations start by the clock, evenly spread.
 *
 * @param startNanos of the first, of {@link System#nanoTime}
 */
record Schedule(long startNanos, double perSecond, int count) {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final double MS_PER_SECOND = 1_000;

  /** Starts now; at least one operation. */
  static Schedule starting(double perSecond, Duration time) {
    return new Schedule(
        System.nanoTime(),
        perSecond,
        (int) Math.max(1, perSecond * time.toMillis() / MS_PER_SECOND));
  }

  /** Waits for the start of an operation, unless it is past, and says when that was to be. */
  long await(int number) {
    long planned = startNanos + (long) (number * (NANOS_PER_SECOND / perSecond));
    long rest = planned - System.nanoTime();
    while (rest > 0) {
      LockSupport.parkNanos(rest);
      rest = planned - System.nanoTime();
    }
    return planned;
  }
}
