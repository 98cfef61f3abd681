package io.tanlian.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: four significant digits, no more than was measured. */
final class Figures {
  private static final MathContext PRECISION = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final int GROUPED_FROM = 1_000;

  private Figures() {}

  static BigDecimal rounded(double figure) {
    return new BigDecimal(new BigDecimal(figure, PRECISION).toPlainString());
  }

  /** {@code 38,120}, {@code 0.6134}. */
  static String text(double figure) {
    return figure >= GROUPED_FROM
        ? String.format(Locale.ROOT, "%,d", rounded(figure).longValue())
        : rounded(figure).toPlainString();
  }

  /** A ratio, to two decimals. */
  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** A reach as it was set: {@code 0.6}, {@code 5}. */
  static String reach(double reach) {
    return BigDecimal.valueOf(reach).stripTrailingZeros().toPlainString();
  }
}
