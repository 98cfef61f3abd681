package io.tanlian.footprint.rollup;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.footprint.activity.Pin;

/**
 * Something in a declaration that could not be used as it is written, or that does not go together
 * with the rest.
 *
 * @param product the input or output in question
 * @param at the declaration it stands in
 */
public record Doubt(ProductId product, Pin at, String words) {}
