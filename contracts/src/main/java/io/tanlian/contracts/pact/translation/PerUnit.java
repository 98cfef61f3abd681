package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Figures per an amount of declared units, and per one of them. Exact where a decimal of at most
 * {@link DecimalText#charsMax} characters holds the result, else rounded half to even to what one
 * does hold, at most 34 digits.
 *
 * @param amount of declared units, above zero
 */
record PerUnit(BigDecimal amount) {
  private static final int DIGITS_MAX = 34;

  /** Room for the sign, the point and a leading zero. */
  private static final int SCALE_MAX = DecimalText.charsMax - 3;

  /** A result, and whether it is exact. */
  record Result(BigDecimal value, boolean exact) {}

  /** From the figure of the amount to that of one unit. */
  Result divide(BigDecimal figure) {
    if (isOne()) {
      return new Result(figure, true);
    }
    try {
      return fitted(figure.divide(amount));
    } catch (ArithmeticException noDecimalHoldsIt) {
      return new Result(rounded(figure.divide(amount, SCALE_MAX, RoundingMode.HALF_EVEN)), false);
    }
  }

  /** From the figure of one unit to that of the amount. */
  Result multiply(BigDecimal figure) {
    return isOne() ? new Result(figure, true) : fitted(figure.multiply(amount));
  }

  /** As it is written stays as it is written. */
  private boolean isOne() {
    return amount.compareTo(BigDecimal.ONE) == 0;
  }

  private static Result fitted(BigDecimal exact) {
    BigDecimal plain = plain(exact);
    if (fits(plain)) {
      return new Result(plain, true);
    }
    return new Result(rounded(exact), false);
  }

  private static BigDecimal rounded(BigDecimal value) {
    int wholeDigits = Math.max(1, value.precision() - value.scale());
    int digitsAfterThePoint =
        Math.min(SCALE_MAX + 1 - wholeDigits, DIGITS_MAX - (value.precision() - value.scale()));
    BigDecimal rounded =
        plain(value.setScale(Math.max(0, digitsAfterThePoint), RoundingMode.HALF_EVEN));
    if (!fits(rounded)) {
      throw new IllegalArgumentException(
          "%s has more digits than a decimal holds".formatted(rounded.toPlainString()));
    }
    return rounded;
  }

  private static BigDecimal plain(BigDecimal value) {
    return DecimalText.plain(value.stripTrailingZeros());
  }

  private static boolean fits(BigDecimal value) {
    return value.toPlainString().length() <= DecimalText.charsMax;
  }
}
