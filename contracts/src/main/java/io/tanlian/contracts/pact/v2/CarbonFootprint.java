package io.tanlian.contracts.pact.v2;

import io.tanlian.contracts.pact.v3.Geography;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.unit.DecimalText;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The carbon footprint of a product, <b>per one declared unit</b>: unlike in version 3, the amount
 * that the product contains is stated beside the figures and is not in them.
 *
 * @param unitaryProductAmount how many declared units the product contains, above zero
 * @param productMassPerDeclaredUnit kilograms in one declared unit
 * @param exemptedEmissionsPercent 0 to 100
 * @param primaryDataShare percent
 */
public record CarbonFootprint(
    Unit declaredUnit,
    BigDecimal unitaryProductAmount,
    @Nullable BigDecimal productMassPerDeclaredUnit,
    ReferencePeriod referencePeriod,
    @Nullable Geography geography,
    SortedMap<PcfFigure, BigDecimal> figures,
    BigDecimal exemptedEmissionsPercent,
    @Nullable BigDecimal primaryDataShare,
    Methodology methodology,
    Descriptions descriptions,
    @Nullable DataQualityIndicators dataQuality,
    @Nullable Assurance assurance) {
  public CarbonFootprint {
    if (unitaryProductAmount.signum() <= 0) {
      throw new IllegalArgumentException(
          "unitaryProductAmount is above zero: state how many declared units the product contains");
    }
    SortedMap<PcfFigure, BigDecimal> plain = new TreeMap<>();
    figures.forEach((figure, value) -> plain.put(figure, DecimalText.plain(value)));
    figures = Collections.unmodifiableSortedMap(plain);
  }

  public Optional<BigDecimal> figure(PcfFigure figure) {
    return Optional.ofNullable(figures.get(figure));
  }

  /** What the footprint says in words. */
  public record Descriptions(
      @Nullable String boundaryProcesses,
      @Nullable String exemptedEmissions,
      @Nullable String allocationRules,
      @Nullable String uncertaintyAssessment) {}
}
