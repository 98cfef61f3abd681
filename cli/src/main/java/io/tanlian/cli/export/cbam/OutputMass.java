package io.tanlian.cli.export.cbam;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.unit.Conversion;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Quantities of products as masses. */
final class OutputMass {
  private OutputMass() {}

  /** Kilograms of the product that a declaration's inputs and direct emissions are for. */
  static Optional<BigDecimal> of(ProductFootprintDeclaration declaration) {
    Quantity output = declaration.output();
    return output == null
        ? Optional.empty()
        : kilograms(output, declaration.footprint().pcf().declaredUnit())
            .filter(mass -> mass.signum() > 0);
  }

  /** Kilograms of a quantity of the product that is declared by this unit. */
  static Optional<BigDecimal> kilograms(Quantity quantity, DeclaredUnit unit) {
    return switch (unit.massOf(quantity)) {
      case Conversion.Converted(Quantity mass) -> Optional.of(mass.amount());
      case Conversion.Refused refused -> Optional.empty();
    };
  }

  /** Kilograms of a quantity of which no declared unit is known. */
  static Optional<BigDecimal> kilograms(Quantity quantity) {
    return quantity.unit() == Unit.KILOGRAM ? Optional.of(quantity.amount()) : Optional.empty();
  }
}
