package io.tanlian.example.battery.figure;

import io.tanlian.contracts.pact.v3.DataQualityIndicators;
import java.math.BigDecimal;

/**
 * What a declaration states about one unit of a product.
 *
 * @param footprint kgCO2e, all of it fossil, to {@value ChainFigures#FOOTPRINT_DIGITS} digits
 * @param primaryDataSharePercent 0 to 100, to two decimals
 * @param quality ratings 1 to 5, to two decimals
 */
public record Figure(
    BigDecimal footprint, BigDecimal primaryDataSharePercent, DataQualityIndicators quality) {}
