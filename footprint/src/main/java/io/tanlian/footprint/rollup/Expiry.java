package io.tanlian.footprint.rollup;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.footprint.activity.Pin;
import java.time.Instant;

/**
 * When a declaration in use stops being valid.
 *
 * @param validUntil the first moment at which it is no longer valid
 */
public record Expiry(ProductId product, Pin pin, Instant validUntil) {}
