package io.tanlian.contracts.pact.translation;

import static io.tanlian.contracts.pact.translation.FigureNames.at;
import static io.tanlian.contracts.pact.v2.PcfFigure.LAND_MANAGEMENT_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v3.PcfFigure.BIOGENIC_CO2_UPTAKE;
import static io.tanlian.contracts.pact.v3.PcfFigure.EXEMPTED_EMISSIONS_PERCENT;
import static io.tanlian.contracts.pact.v3.PcfFigure.LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS;
import static io.tanlian.contracts.pact.v3.PcfFigure.LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS;
import static io.tanlian.contracts.pact.v3.PcfFigure.PCF_EXCLUDING_BIOGENIC_UPTAKE;
import static io.tanlian.contracts.pact.v3.PcfFigure.PCF_INCLUDING_BIOGENIC_UPTAKE;
import static io.tanlian.contracts.pact.v3.PcfFigure.PRIMARY_DATA_SHARE;

import io.tanlian.contracts.pact.v2.CarbonFootprint;
import io.tanlian.contracts.pact.v3.PcfFigure;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of an amount of declared units from those of one. */
final class FiguresToVersion3 {
  private final CarbonFootprint source;
  private final PerUnit perUnit;
  private final Losses losses;
  private final SortedMap<PcfFigure, BigDecimal> figures = new TreeMap<>();

  FiguresToVersion3(CarbonFootprint source, PerUnit perUnit, Losses losses) {
    this.source = source;
    this.perUnit = perUnit;
    this.losses = losses;
  }

  SortedMap<PcfFigure, BigDecimal> figures() {
    FigureNames.SAME.forEach((figure, inVersion2) ->
        source.figure(inVersion2).ifPresent(value -> put(figure, at(inVersion2), value)));
    source.figure(LAND_MANAGEMENT_GHG_EMISSIONS).ifPresent(this::landManagement);
    figures.put(EXEMPTED_EMISSIONS_PERCENT, source.exemptedEmissionsPercent());
    BigDecimal share = source.primaryDataShare();
    if (share != null) {
      figures.put(PRIMARY_DATA_SHARE, share);
    }
    includingUptake();
    return figures;
  }

  /** Version 2 nets emissions and removals, and other gases with them. */
  private void landManagement(BigDecimal net) {
    PcfFigure figure =
        net.signum() < 0
            ? LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS
            : LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS;
    losses.changed(
        at(LAND_MANAGEMENT_GHG_EMISSIONS),
        at(figure),
        "Version 2 does not say how much of it is emitted, removed, or other gases than CO2.");
    put(figure, at(LAND_MANAGEMENT_GHG_EMISSIONS), net);
  }

  /** What version 2 may leave out and version 3 requires. */
  private void includingUptake() {
    BigDecimal excluding = figures.get(PCF_EXCLUDING_BIOGENIC_UPTAKE);
    if (excluding != null && !figures.containsKey(PCF_INCLUDING_BIOGENIC_UPTAKE)) {
      figures.put(
          PCF_INCLUDING_BIOGENIC_UPTAKE,
          excluding.add(figures.getOrDefault(BIOGENIC_CO2_UPTAKE, BigDecimal.ZERO)));
      losses.assumed(
          at(PCF_INCLUDING_BIOGENIC_UPTAKE),
          "Not stated; the footprint without uptake and the stated uptake are added.");
    }
  }

  private void put(PcfFigure figure, String from, BigDecimal value) {
    PerUnit.Result result = perUnit.multiply(value);
    figures.put(figure, result.value());
    if (!result.exact()) {
      losses.changed(
          from,
          at(figure),
          "Multiplied by %s and rounded.".formatted(perUnit.amount().toPlainString()));
    }
  }
}
