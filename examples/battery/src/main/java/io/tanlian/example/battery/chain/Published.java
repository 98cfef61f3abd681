package io.tanlian.example.battery.chain;

import java.math.BigDecimal;

/** A published cradle-to-gate figure, kgCO2e per unit, whose inputs nobody itemised. */
public record Published(
    BigDecimal value, String source, String version, Mark mark, Ratings ratings, String note)
    implements Provenance {}
