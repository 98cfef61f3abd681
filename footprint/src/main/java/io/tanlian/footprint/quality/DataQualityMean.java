package io.tanlian.footprint.quality;

import static io.tanlian.footprint.quality.DataQuality.WORST;

import java.math.BigDecimal;

/** Data quality rolled up: each rating's weighted mean, a missing rating counting as the worst. */
public record DataQualityMean(WeightedMean technology, WeightedMean time, WeightedMean geography) {

  public static final DataQualityMean EMPTY =
      new DataQualityMean(WeightedMean.EMPTY, WeightedMean.EMPTY, WeightedMean.EMPTY);

  /**
   * This mean with one more rated footprint in it.
   *
   * @param footprint kgCO2e excluding biogenic uptake
   */
  public DataQualityMean with(BigDecimal footprint, DataQuality quality) {
    return new DataQualityMean(
        technology.with(footprint, quality.technology().orElse(WORST)),
        time.with(footprint, quality.time().orElse(WORST)),
        geography.with(footprint, quality.geography().orElse(WORST)));
  }

  /** The ratings; absent where nothing has a weight. */
  public DataQuality value() {
    return new DataQuality(technology.value(), time.value(), geography.value());
  }
}
