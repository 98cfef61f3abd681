package io.tanlian.example.battery.chain;

import java.math.BigDecimal;

/** Fossil carbon in one unit of a product, in kilograms. */
public record FossilCarbon(BigDecimal amount, String source, Mark mark) implements Provenance {}
