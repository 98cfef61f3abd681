package io.tanlian.verifier.audit;

import java.math.BigDecimal;

/**
 * The server's own figure for a product.
 *
 * @param excludingUptake kgCO2e per declared unit, biogenic uptake left out
 * @param complete whether it says that no input is missing
 */
public record ServedFootprint(BigDecimal excludingUptake, boolean complete) {}
