package io.tanlian.contracts.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** An amount that is not negative, in a unit of PACT. The amount keeps its scale: 1.0 is not 1. */
public record Quantity(BigDecimal amount, Unit unit) {
  /** Precision of quotients that no decimal can hold, 34 digits, rounding half to even. */
  public static final MathContext DIVISION = MathContext.DECIMAL128;

  public Quantity {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "an amount is not negative: write %s with the opposite direction instead of %s"
              .formatted(amount.negate().toPlainString(), amount.toPlainString()));
    }
    amount = DecimalText.plain(amount);
  }

  /** Reads an amount written as a plain decimal. */
  public static Quantity of(String amount, Unit unit) {
    return new Quantity(DecimalText.parse(amount), unit);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /**
   * The same quantity in another unit of the same dimension: kilowatt hour and megajoule by 3.6,
   * cubic meter and liter by 1000. Empty for another dimension. Towards the smaller unit this is
   * exact; towards the larger one a quotient of more than 34 digits is rounded by {@link
   * #DIVISION}.
   */
  public Optional<Quantity> in(Unit target) {
    if (target == unit) {
      return Optional.of(this);
    }
    if (target.dimension() != unit.dimension()) {
      return Optional.empty();
    }
    BigDecimal inBase = amount.multiply(unit.factor());
    boolean exact = target.factor().compareTo(BigDecimal.ONE) == 0;
    return Optional.of(
        new Quantity(exact ? inBase : inBase.divide(target.factor(), DIVISION), target));
  }
}
