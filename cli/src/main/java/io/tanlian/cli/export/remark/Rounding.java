package io.tanlian.cli.export.remark;

import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures of an export are rounded: once, at the end. */
public final class Rounding {
  /** A milligram of a kilogram: finer than anything that is declared. */
  private static final int DECIMALS = 6;

  private Rounding() {}

  /** The figure to six decimals, half to even, without zeros at its end. */
  public static BigDecimal of(BigDecimal exact) {
    BigDecimal rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0
        ? BigDecimal.ZERO
        : DecimalText.plain(rounded.stripTrailingZeros());
  }
}
