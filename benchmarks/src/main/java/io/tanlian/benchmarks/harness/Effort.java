package io.tanlian.benchmarks.harness;

import java.time.Duration;

/**
 * How long a comparison is measured.
 *
 * @param rounds in each of which every side has a turn
 * @param turn how long one turn takes
 * @param warmUp how long each side runs unmeasured before the first round
 */
public record Effort(int rounds, Duration turn, Duration warmUp) {
  public static final Effort FULL = new Effort(7, Duration.ofSeconds(5), Duration.ofSeconds(8));
  public static final Effort QUICK =
      new Effort(3, Duration.ofMillis(1_500), Duration.ofMillis(2_500));

  public Effort {
    if (rounds < 1) {
      throw new IllegalArgumentException("a comparison needs at least one round, not " + rounds);
    }
    if (turn.isNegative() || turn.isZero()) {
      throw new IllegalArgumentException("a turn must take some time, not " + turn);
    }
  }

  public Effort withRounds(int count) {
    return new Effort(count, turn, warmUp);
  }

  public Effort withTurn(Duration time) {
    return new Effort(rounds, time, warmUp);
  }

  @Override
  public String toString() {
    return "%d rounds of %s s a side after %s s of warm-up"
        .formatted(rounds, seconds(turn), seconds(warmUp));
  }

  private static String seconds(Duration time) {
    return String.valueOf(time.toMillis() / 1e3).replaceAll("\\.0$", "");
  }
}
