package io.tanlian.benchmarks.harness;

import java.util.Locale;

/**
 * The answer to a comparison.
 *
 * @param goal what was asked
 * @param ours our figures, round by round
 * @param other the other side's
 * @param effort how long it was measured
 */
public record Result(Goal goal, Samples ours, Samples other, Effort effort) {

  /** Of the medians, so that it agrees with the two figures beside it. */
  public double ratio() {
    return ours.median() / other.median();
  }

  public boolean reached() {
    return goal.better().reached(ratio(), goal.reach());
  }

  /** The smallest and the greatest ratio of one round: {@code 0.58–0.64}. */
  public String spread() {
    Samples ratios = ours.over(other);
    return String.format(Locale.ROOT, "%.2f–%.2f", ratios.min(), ratios.max());
  }

  public String conditions() {
    return "%s; median of %s; ratio by round %s".formatted(goal.conditions(), effort, spread());
  }
}
