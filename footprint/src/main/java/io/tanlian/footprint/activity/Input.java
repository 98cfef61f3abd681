package io.tanlian.footprint.activity;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.unit.Quantity;
import java.util.Optional;

/**
 * One line of a recipe.
 *
 * @param quantity for the recipe's whole output
 * @param statement the upstream statement used; empty in a loop or where it is unknown
 * @param factor used where no supplier's figure is known
 */
public record Input(
    ProductId product,
    Direction direction,
    Quantity quantity,
    Optional<StatementId> statement,
    Optional<SecondaryFactor> factor) {}
