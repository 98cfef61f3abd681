package io.tanlian.footprint.activity;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.unit.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a recipe.
 *
 * @param quantity for the recipe's whole output
 * @param statement the upstream statement used; empty in a loop or where it is unknown
 * @param factor used where no supplier's figure is known
 * @param recycled that some of it is recycled: statement and factor are then of primary material
 */
public record Input(
    ProductId product,
    Direction direction,
    Quantity quantity,
    Optional<StatementId> statement,
    Optional<SecondaryFactor> factor,
    Optional<RecycledInput> recycled) {

  /** A figure of this input as it counts in the step's footprint: what leaves is subtracted. */
  public BigDecimal signed(BigDecimal figure) {
    return direction == Direction.IN ? figure : figure.negate();
  }
}
