package io.tanlian.contracts.pact.v3;

import java.math.BigDecimal;

/** Data quality ratings of a footprint, each from 1 (best) to 5. */
public record DataQualityIndicators(
    BigDecimal technological, BigDecimal geographical, BigDecimal temporal) {
  private static final BigDecimal BEST = BigDecimal.ONE;
  private static final BigDecimal WORST = BigDecimal.valueOf(5);

  public DataQualityIndicators {
    require("technologicalDQR", technological);
    require("geographicalDQR", geographical);
    require("temporalDQR", temporal);
  }

  private static void require(String name, BigDecimal rating) {
    if (rating.compareTo(BEST) < 0 || rating.compareTo(WORST) > 0) {
      throw new IllegalArgumentException(
          "%s is a rating from 1 (best) to 5 in PACT v3".formatted(name));
    }
  }
}
