package io.tanlian.footprint.quality;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A mean weighted by the size of footprints, whatever their sign: sum |P| v / sum |P| (PACT
 * Methodology v3, primary data share and data quality rating).
 */
public final class WeightedMean {

  private final BigDecimal weights;
  private final BigDecimal weighted;

  public static final WeightedMean EMPTY = new WeightedMean(BigDecimal.ZERO, BigDecimal.ZERO);

  private WeightedMean(BigDecimal weights, BigDecimal weighted) {
    this.weights = weights;
    this.weighted = weighted;
  }

  /**
   * This mean with one more value in it.
   *
   * @param footprint kgCO2e excluding biogenic uptake; its size is the value's weight
   */
  public WeightedMean with(BigDecimal footprint, BigDecimal value) {
    BigDecimal weight = footprint.abs();
    return new WeightedMean(
        weights.add(weight, DECIMAL128),
        weighted.add(weight.multiply(value, DECIMAL128), DECIMAL128));
  }

  /** The mean; empty where nothing has a weight. */
  public Optional<BigDecimal> value() {
    return weights.signum() == 0
        ? Optional.empty()
        : Optional.of(weighted.divide(weights, DECIMAL128));
  }
}
