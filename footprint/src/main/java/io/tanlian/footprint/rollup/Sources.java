package io.tanlian.footprint.rollup;

import java.math.BigDecimal;

/**
 * Where the total excluding uptake comes from, in kgCO2e for one unit of the product: the three sum
 * to it.
 *
 * @param computed direct emissions of steps whose recipe is known
 * @param declared figures of suppliers whose recipe is not known
 * @param estimated secondary factors, those of recycling included
 * @param missingInputs how many inputs have no figure, so that the total is too low
 */
public record Sources(
    BigDecimal computed, BigDecimal declared, BigDecimal estimated, int missingInputs) {}
