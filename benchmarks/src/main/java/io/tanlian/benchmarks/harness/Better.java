package io.tanlian.benchmarks.harness;

import java.util.Locale;

/** Which way a figure is good. */
public enum Better {
  HIGHER,
  LOWER;

  /** Whether the ratio is as good as the reach: at least that, or under it. */
  public boolean reached(double ratio, double reach) {
    return switch (this) {
      case HIGHER -> ratio >= reach;
      case LOWER -> ratio < reach;
    };
  }

  /** As in the results: {@code higher}, {@code lower}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
