package io.tanlian.footprint.activity;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.footprint.quality.DataQuality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The PCF as its owner states it. Figures that are not disclosed are absent.
 *
 * @param components per declared unit
 * @param excludingUptake {@code pcfExcludingBiogenicUptake} per declared unit
 * @param includingUptake {@code pcfIncludingBiogenicUptake} per declared unit
 * @param primaryDataSharePercent {@code primaryDataShare}, 0 to 100
 * @param exemptedPercent {@code exemptedEmissionsPercent}, 0 to 100
 */
public record DeclaredFootprint(
    DeclaredUnit unit,
    Map<PcfComponent, BigDecimal> components,
    Optional<BigDecimal> excludingUptake,
    Optional<BigDecimal> includingUptake,
    Optional<BigDecimal> primaryDataSharePercent,
    DataQuality quality,
    Optional<BigDecimal> exemptedPercent,
    Period referencePeriod,
    Optional<Instant> validityStart,
    Optional<Instant> validityEnd) {

  public DeclaredFootprint {
    Map<PcfComponent, BigDecimal> copy = new EnumMap<>(PcfComponent.class);
    copy.putAll(components);
    components = Collections.unmodifiableMap(copy);
  }

  /**
   * The declared figures per declared unit, if enough of them is disclosed: the total excluding
   * uptake, or fossil emissions, from which totals then follow.
   */
  public Optional<Figures> figures() {
    if (excludingUptake.isEmpty() && !components.containsKey(PcfComponent.FOSSIL_GHG_EMISSIONS)) {
      return Optional.empty();
    }
    BigDecimal excluding =
        excludingUptake.orElseGet(() -> PcfComponent.excludingUptake(components));
    BigDecimal including =
        includingUptake.orElseGet(() ->
            excluding.add(
                components.getOrDefault(PcfComponent.BIOGENIC_CO2_UPTAKE, BigDecimal.ZERO)));
    return Optional.of(new Figures(components, excluding, including));
  }

  /** The declared figures for one {@code declaredUnitOfMeasurement}. */
  public Optional<Figures> figuresPerUnit() {
    return figures().map(figures -> figures.dividedBy(unit.quantity().amount()));
  }

  /** The longest validity window allowed: three years from the end of the reference period. */
  public Period defaultValidity() {
    Instant measuredUntil = referencePeriod.end();
    return new Period(
        measuredUntil,
        measuredUntil
            .atOffset(ZoneOffset.UTC)
            .plusYears(ProductFootprint.validityYearsDefault)
            .toInstant());
  }

  /** When the footprint stops being valid: as stated, or by default. */
  public Instant validUntil() {
    return validityEnd.orElseGet(() -> defaultValidity().end());
  }
}
