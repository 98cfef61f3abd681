package io.tanlian.contracts.unit;

import java.math.BigDecimal;

/**
 * What a footprint is stated for: {@code declaredUnitAmount} of {@code declaredUnitOfMeasurement},
 * above zero, and its mass in kilograms ({@code productMassPerDeclaredUnit}), zero for energy,
 * transport and services.
 */
public record DeclaredUnit(Quantity quantity, BigDecimal productMassKg) {
  public DeclaredUnit {
    if (quantity.isZero()) {
      throw new IllegalArgumentException(
          "declaredUnitAmount is above zero: state the footprint for at least some of the product");
    }
    if (productMassKg.signum() < 0) {
      throw new IllegalArgumentException(
          "productMassPerDeclaredUnit is not negative: write 0 for energy, transport and services");
    }
    productMassKg = DecimalText.plain(productMassKg);
  }

  /**
   * The given quantity in this declared unit's unit: directly within a dimension, from kilograms
   * through the product's mass.
   */
  public Conversion express(Quantity given) {
    return given
        .in(quantity.unit())
        .<Conversion>map(Conversion.Converted::new)
        .orElseGet(
            () -> given.unit() == Unit.KILOGRAM ? fromMass(given) : noWay(given, quantity.unit()));
  }

  /** The mass in kilograms of a quantity given in this declared unit's dimension. */
  public Conversion massOf(Quantity given) {
    if (given.unit() == Unit.KILOGRAM) {
      return new Conversion.Converted(given);
    }
    return given
        .in(quantity.unit())
        .map(same ->
            productMassKg.signum() == 0
                ? noMass(given, Unit.KILOGRAM)
                : scaled(same.amount(), productMassKg, quantity.amount(), Unit.KILOGRAM))
        .orElseGet(() -> noWay(given, Unit.KILOGRAM));
  }

  private Conversion fromMass(Quantity kilograms) {
    return productMassKg.signum() == 0
        ? noMass(kilograms, quantity.unit())
        : scaled(kilograms.amount(), quantity.amount(), productMassKg, quantity.unit());
  }

  private static Conversion scaled(
      BigDecimal amount, BigDecimal by, BigDecimal over, Unit resultUnit) {
    return new Conversion.Converted(
        new Quantity(amount.multiply(by).divide(over, Quantity.DIVISION), resultUnit));
  }

  private static Conversion noMass(Quantity given, Unit target) {
    return new Conversion.Refused(
        "%s cannot be converted to %s: the footprint's productMassPerDeclaredUnit is 0"
            .formatted(given.unit().wireName(), target.wireName()));
  }

  private static Conversion noWay(Quantity given, Unit target) {
    return new Conversion.Refused(
        "%s cannot be converted to %s: state the amount in %s"
            .formatted(given.unit().wireName(), target.wireName(), target.wireName()));
  }
}
