package io.tanlian.footprint.rollup;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.footprint.activity.Pin;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the recycled part of an input does to a footprint.
 *
 * @param product the input
 * @param at the declaration whose input it is
 * @param change of the footprint against as much primary material, in kgCO2e excluding uptake for
 *     one unit of the rolled-up product, below zero where recycled material spares emissions; empty
 *     where the burden of primary material is not known
 */
public record RecyclingEffect(
    ProductId product, Pin at, RecycledPart part, Optional<BigDecimal> change) {}
