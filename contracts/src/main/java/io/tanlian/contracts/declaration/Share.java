package io.tanlian.contracts.declaration;

import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;

/** Checks parts of a whole: 0.2 is a fifth. */
final class Share {
  private Share() {}

  /** From 0 to 1. */
  static BigDecimal checked(String name, BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "%s is from 0 to 1, 0.2 for a fifth, not %s".formatted(name, share.toPlainString()));
    }
    return DecimalText.plain(share);
  }

  /** Above 0 and at most 1. */
  static BigDecimal aboveZero(String name, BigDecimal share) {
    if (share.signum() == 0) {
      throw new IllegalArgumentException("%s is above 0".formatted(name));
    }
    return checked(name, share);
  }
}
