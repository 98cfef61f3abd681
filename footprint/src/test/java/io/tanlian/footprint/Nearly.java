package io.tanlian.footprint;

import java.math.BigDecimal;
import org.assertj.core.api.Assertions;

/** Compares decimals by their relative difference, in specifications. */
public final class Nearly {
  private Nearly() {}

  public static void same(BigDecimal actual, BigDecimal expected, double relative) {
    BigDecimal allowed = expected.abs().multiply(BigDecimal.valueOf(relative));
    Assertions.assertThat(actual.subtract(expected).abs())
        .as("%s is %s but for %s", actual, expected, relative)
        .isLessThanOrEqualTo(allowed);
  }
}
