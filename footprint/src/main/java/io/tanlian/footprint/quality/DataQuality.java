package io.tanlian.footprint.quality;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Data quality ratings of the PACT data model v3 ({@code dqi}): 1 is best, 5 is worst; absent means
 * not rated.
 *
 * @param technology {@code technologicalDQR}
 * @param time {@code temporalDQR}
 * @param geography {@code geographicalDQR}
 */
public record DataQuality(
    Optional<BigDecimal> technology, Optional<BigDecimal> time, Optional<BigDecimal> geography) {

  /** What a missing rating counts as. */
  public static final BigDecimal WORST = BigDecimal.valueOf(5);

  public static final DataQuality NOT_RATED =
      new DataQuality(Optional.empty(), Optional.empty(), Optional.empty());
}
