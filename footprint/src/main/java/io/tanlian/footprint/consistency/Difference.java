package io.tanlian.footprint.consistency;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;

/**
 * A declared figure beside the figure that follows from other data, per declared unit.
 *
 * @param field the PACT field, {@code fossilGhgEmissions} for one
 * @param relative |declared - expected| / max(|declared|, |expected|), from 0 to 2; 0 if both are 0
 */
public record Difference(
    String field, BigDecimal expected, BigDecimal declared, BigDecimal relative) {

  static Difference between(String field, BigDecimal expected, BigDecimal declared) {
    BigDecimal larger = expected.abs().max(declared.abs());
    BigDecimal relative =
        larger.signum() == 0
            ? BigDecimal.ZERO
            : declared.subtract(expected).abs().divide(larger, DECIMAL128);
    return new Difference(field, expected, declared, relative);
  }

  /** Whether the two differ by more than a relative tolerance. */
  public boolean exceeds(BigDecimal tolerance) {
    return relative.compareTo(tolerance) > 0;
  }
}
