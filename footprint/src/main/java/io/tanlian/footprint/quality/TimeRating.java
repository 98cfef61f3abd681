package io.tanlian.footprint.quality;

import java.time.Duration;
import java.time.Instant;

/** The time rating of an input by its age (PACT Methodology v3, data quality rating). */
public final class TimeRating {

  /** The largest gap in days for the ratings 1, 2, 3 and 4; beyond them it is 5. */
  private static final int[] gapDaysMax = {366, 731, 1096, 1461};

  private TimeRating() {}

  /**
   * The rating, 1 to 5, from the gap between the ends of two reference periods, whichever is the
   * later.
   */
  public static int of(Instant productPeriodEnd, Instant inputPeriodEnd) {
    Duration gap = Duration.between(inputPeriodEnd, productPeriodEnd).abs();
    int rating = 1;
    for (int daysMax : gapDaysMax) {
      if (gap.compareTo(Duration.ofDays(daysMax)) <= 0) {
        return rating;
      }
      rating++;
    }
    return rating;
  }
}
