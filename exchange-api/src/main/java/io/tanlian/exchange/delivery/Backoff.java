package io.tanlian.exchange.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a failed delivery waits: a random part of a time that doubles with each attempt ("full
 * jitter"), so that hosts that were down are not met by everybody at once.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofHours(1);

  /** Never at once: a host that fails fast is not to be hammered. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final int DOUBLINGS_MAX = 20;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The time to wait.
   *
   * @param attempts that failed, at least one
   */
  Duration after(int attempts) {
    Duration whole = longestAfter(attempts);
    return SHORTEST.plusMillis(random.nextLong(whole.minus(SHORTEST).toMillis() + 1));
  }

  static Duration longestAfter(int attempts) {
    Duration grown = FIRST.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS_MAX));
    return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
  }
}
