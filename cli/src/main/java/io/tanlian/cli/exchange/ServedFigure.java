package io.tanlian.cli.exchange;

import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A figure that an exchange computed: plain like every decimal of a statement, but with the digits
 * of a quotient. Without an exponent its text is as long as the arithmetic on it is costly.
 */
public final class ServedFigure {
  /** Longest figure read: 34 digits (IEEE 754 decimal128) far behind the point. */
  public static final int charsMax = 100;

  private static final Pattern FORM = Pattern.compile(DecimalText.PATTERN);

  private ServedFigure() {}

  /** The figure; empty if the text is not a plain decimal, or is too long to be one. */
  public static Optional<BigDecimal> parse(String text) {
    return text.length() <= charsMax && FORM.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
