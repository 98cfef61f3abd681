package io.tanlian.contracts.unit;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimals as they are written in JSON strings: plain notation, no exponent, no leading zero or
 * plus, no minus before zero, so that reading and writing give the same text.
 */
public final class DecimalText {
  /** Longest decimal accepted, sign and point included. */
  public static final int charsMax = 40;

  /** The regular expression of the JSON Schemas. */
  public static final String PATTERN = "^(?!-0(\\.0*)?$)-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private DecimalText() {}

  /**
   * Reads a plain decimal and keeps its scale.
   *
   * @throws IllegalArgumentException for any other notation
   */
  public static BigDecimal parse(String text) {
    if (text.length() > charsMax || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a decimal is written plainly, \"1.85\", in at most %d characters without exponent, plus sign or leading zeros"
              .formatted(charsMax));
    }
    return new BigDecimal(text);
  }

  /** The decimal in plain notation; {@code parse} of it gives an equal value of the same scale. */
  public static String of(BigDecimal value) {
    return plain(value).toPlainString();
  }

  /** The same value with a scale that plain notation can show, 1E+3 becoming 1000. */
  public static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
