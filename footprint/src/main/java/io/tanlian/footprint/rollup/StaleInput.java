package io.tanlian.footprint.rollup;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.footprint.activity.Lapse;
import io.tanlian.footprint.activity.Pin;

/** A declaration in use that should no longer be, and since when. */
public record StaleInput(ProductId product, Pin pin, Lapse lapse) {}
