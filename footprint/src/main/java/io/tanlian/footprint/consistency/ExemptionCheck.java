package io.tanlian.footprint.consistency;

import io.tanlian.footprint.activity.DeclaredFootprint;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether more emissions are left out of a footprint than a methodology allows. */
public final class ExemptionCheck {

  /** PACT Methodology v3, 3.3.1.2: percent of the cradle-to-gate PCF, in all. */
  public static final BigDecimal exemptedPercentMaxV3 = BigDecimal.valueOf(3);

  /** PACT Methodology v2: percent of the cradle-to-gate PCF, in all. */
  public static final BigDecimal exemptedPercentMaxV2 = BigDecimal.valueOf(5);

  private ExemptionCheck() {}

  /** The declared percentage, if it is above the limit. */
  public static Optional<BigDecimal> excess(DeclaredFootprint declared, BigDecimal percentMax) {
    return declared.exemptedPercent().filter(percent -> percent.compareTo(percentMax) > 0);
  }
}
