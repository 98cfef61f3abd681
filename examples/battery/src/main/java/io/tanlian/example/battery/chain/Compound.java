package io.tanlian.example.battery.chain;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A chemical compound.
 *
 * @param molarMass g/mol
 * @param atoms how many atoms of each metal its formula holds
 */
public record Compound(String formula, BigDecimal molarMass, Map<String, BigDecimal> atoms) {}
