package io.tanlian.contracts.pact.translation;

import static io.tanlian.contracts.pact.translation.FigureNames.at;
import static io.tanlian.contracts.pact.v2.PcfFigure.BIOGENIC_CARBON_CONTENT;
import static io.tanlian.contracts.pact.v2.PcfFigure.LAND_MANAGEMENT_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v2.PcfFigure.PACKAGING_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v3.PcfFigure.EXEMPTED_EMISSIONS_PERCENT;
import static io.tanlian.contracts.pact.v3.PcfFigure.LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS;
import static io.tanlian.contracts.pact.v3.PcfFigure.LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS;
import static io.tanlian.contracts.pact.v3.PcfFigure.PRIMARY_DATA_SHARE;

import io.tanlian.contracts.pact.v2.PcfFigure;
import io.tanlian.contracts.pact.v3.CarbonFootprint;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of one declared unit from those of an amount of them. */
final class FiguresToVersion2 {
  private final CarbonFootprint source;
  private final PerUnit perUnit;
  private final Losses losses;
  private final SortedMap<PcfFigure, BigDecimal> figures = new TreeMap<>();

  FiguresToVersion2(CarbonFootprint source, PerUnit perUnit, Losses losses) {
    this.source = source;
    this.perUnit = perUnit;
    this.losses = losses;
  }

  SortedMap<PcfFigure, BigDecimal> figures() throws Untranslatable {
    Set<io.tanlian.contracts.pact.v3.PcfFigure> left =
        EnumSet.noneOf(io.tanlian.contracts.pact.v3.PcfFigure.class);
    left.addAll(source.figures().keySet());
    left.remove(EXEMPTED_EMISSIONS_PERCENT);
    left.remove(PRIMARY_DATA_SHARE);
    landManagement(left);
    for (Map.Entry<io.tanlian.contracts.pact.v3.PcfFigure, PcfFigure> same :
        FigureNames.SAME.entrySet()) {
      BigDecimal value = source.figures().get(same.getKey());
      if (value != null && !isPackagingApart(same.getValue())) {
        left.remove(same.getKey());
        put(same.getValue(), at(same.getKey()), value);
      }
    }
    for (io.tanlian.contracts.pact.v3.PcfFigure figure : left) {
      losses.dropped(
          at(figure), "Version 2 has no such figure; what it adds to the totals stays in them.");
    }
    if (!figures.containsKey(BIOGENIC_CARBON_CONTENT)) {
      figures.put(BIOGENIC_CARBON_CONTENT, BigDecimal.ZERO);
      losses.assumed(
          at(BIOGENIC_CARBON_CONTENT), "Not stated; version 2 requires a value, so 0 is written.");
    }
    for (PcfFigure required : FigureNames.REQUIRED) {
      if (!figures.containsKey(required)) {
        throw new Untranslatable(
            at(required),
            "Version 2 requires %s, which is not stated or not kept any more."
                .formatted(required.wireName()));
      }
    }
    return figures;
  }

  /** Version 2 states emissions and removals as one net figure. */
  private void landManagement(Set<io.tanlian.contracts.pact.v3.PcfFigure> left) {
    BigDecimal emissions = source.figures().get(LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS);
    BigDecimal removals = source.figures().get(LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS);
    left.remove(LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS);
    left.remove(LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS);
    if (emissions != null && removals != null) {
      String net =
          "Version 2 has one figure for land management: emissions and removals are added.";
      losses.changed(
          at(LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS), at(LAND_MANAGEMENT_GHG_EMISSIONS), net);
      losses.changed(
          at(LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS), at(LAND_MANAGEMENT_GHG_EMISSIONS), net);
      put(
          LAND_MANAGEMENT_GHG_EMISSIONS,
          at(LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS),
          emissions.add(removals));
    } else if (emissions != null) {
      put(LAND_MANAGEMENT_GHG_EMISSIONS, at(LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS), emissions);
    } else if (removals != null) {
      put(LAND_MANAGEMENT_GHG_EMISSIONS, at(LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS), removals);
    }
  }

  /** Version 2 states packaging emissions only where the footprint includes them. */
  private boolean isPackagingApart(PcfFigure figure) {
    return figure == PACKAGING_GHG_EMISSIONS
        && !Boolean.TRUE.equals(source.methodology().packagingEmissionsIncluded());
  }

  private void put(PcfFigure figure, String from, BigDecimal value) {
    PerUnit.Result result = perUnit.divide(value);
    figures.put(figure, result.value());
    if (!result.exact()) {
      losses.changed(
          from,
          at(figure),
          "Divided by %s; no decimal holds the quotient, so it is rounded."
              .formatted(perUnit.amount().toPlainString()));
    }
    if (!figure.foresees(value)) {
      losses.changed(
          from, at(figure), "The value is as stated; version 2 foresees none below zero here.");
    }
  }
}
