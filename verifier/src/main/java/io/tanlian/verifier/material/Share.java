package io.tanlian.verifier.material;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, both in one unit.
 *
 * @param whole above zero
 */
public record Share(BigDecimal part, BigDecimal whole) {
  private static final int PERCENT_DECIMALS = 2;

  public Share {
    if (whole.signum() <= 0) {
      throw new IllegalArgumentException("a share of nothing has no value");
    }
  }

  /** Whether the part is at least this share of the whole, without rounding. */
  public boolean reaches(BigDecimal atLeast) {
    return part.compareTo(atLeast.multiply(whole)) >= 0;
  }

  /** To two decimals, towards zero: what misses a threshold never looks as if it met it. */
  public BigDecimal percent() {
    return part.movePointRight(2).divide(whole, PERCENT_DECIMALS, RoundingMode.DOWN);
  }
}
