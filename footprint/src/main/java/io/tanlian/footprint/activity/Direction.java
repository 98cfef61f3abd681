package io.tanlian.footprint.activity;

import java.math.BigDecimal;

/** Whether a material enters a step or leaves it with its burden, as production scrap does. */
public enum Direction {
  IN,
  OUT;

  /** The amount as it counts in the step's footprint: what leaves is subtracted. */
  public BigDecimal signed(BigDecimal amount) {
    return this == IN ? amount : amount.negate();
  }
}
