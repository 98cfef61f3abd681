package io.tanlian.footprint.rollup;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.network.Supply;

/**
 * An input with neither a supplier's figure nor a secondary factor; it counts as nothing, save its
 * recycled part.
 *
 * @param quantity as its line states it, for the whole output of the step that asks
 * @param askedBy the declaration that has the line
 * @param askedFor the product of that declaration
 * @param words why there is no figure, and what to do
 */
public record MissingInput(
    ProductId product,
    Direction direction,
    Quantity quantity,
    Pin askedBy,
    ProductId askedFor,
    Supply.Reason reason,
    String words) {}
