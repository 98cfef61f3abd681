package io.tanlian.contracts.pact.translation;

import static io.tanlian.contracts.pact.v2.PcfFigure.AIRCRAFT_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v2.PcfFigure.BIOGENIC_CARBON_CONTENT;
import static io.tanlian.contracts.pact.v2.PcfFigure.BIOGENIC_CARBON_WITHDRAWAL;
import static io.tanlian.contracts.pact.v2.PcfFigure.D_LUC_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v2.PcfFigure.FOSSIL_CARBON_CONTENT;
import static io.tanlian.contracts.pact.v2.PcfFigure.FOSSIL_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v2.PcfFigure.I_LUC_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v2.PcfFigure.OTHER_BIOGENIC_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v2.PcfFigure.PACKAGING_GHG_EMISSIONS;
import static io.tanlian.contracts.pact.v2.PcfFigure.PCF_EXCLUDING_BIOGENIC;
import static io.tanlian.contracts.pact.v2.PcfFigure.PCF_INCLUDING_BIOGENIC;

import io.tanlian.contracts.pact.v3.PcfFigure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Which figure of version 3 is which of version 2, where there is one for one. */
final class FigureNames {

  static final Map<PcfFigure, io.tanlian.contracts.pact.v2.PcfFigure> SAME =
      Collections.unmodifiableMap(
          new EnumMap<>(
              Map.ofEntries(
                  Map.entry(PcfFigure.PCF_EXCLUDING_BIOGENIC_UPTAKE, PCF_EXCLUDING_BIOGENIC),
                  Map.entry(PcfFigure.PCF_INCLUDING_BIOGENIC_UPTAKE, PCF_INCLUDING_BIOGENIC),
                  Map.entry(PcfFigure.FOSSIL_GHG_EMISSIONS, FOSSIL_GHG_EMISSIONS),
                  Map.entry(PcfFigure.FOSSIL_CARBON_CONTENT, FOSSIL_CARBON_CONTENT),
                  Map.entry(PcfFigure.BIOGENIC_CARBON_CONTENT, BIOGENIC_CARBON_CONTENT),
                  Map.entry(PcfFigure.LAND_USE_CHANGE_GHG_EMISSIONS, D_LUC_GHG_EMISSIONS),
                  Map.entry(PcfFigure.LAND_CARBON_LEAKAGE, I_LUC_GHG_EMISSIONS),
                  Map.entry(PcfFigure.BIOGENIC_CO2_UPTAKE, BIOGENIC_CARBON_WITHDRAWAL),
                  Map.entry(PcfFigure.BIOGENIC_NON_CO2_EMISSIONS, OTHER_BIOGENIC_GHG_EMISSIONS),
                  Map.entry(PcfFigure.AIRCRAFT_GHG_EMISSIONS, AIRCRAFT_GHG_EMISSIONS),
                  Map.entry(PcfFigure.PACKAGING_GHG_EMISSIONS, PACKAGING_GHG_EMISSIONS))));

  /** Without these there is no footprint in version 2. */
  static final Set<io.tanlian.contracts.pact.v2.PcfFigure> REQUIRED =
      Set.of(PCF_EXCLUDING_BIOGENIC, FOSSIL_GHG_EMISSIONS, FOSSIL_CARBON_CONTENT);

  private FigureNames() {}

  static String at(PcfFigure figure) {
    return "/pcf/" + figure.wireName();
  }

  static String at(io.tanlian.contracts.pact.v2.PcfFigure figure) {
    return "/pcf/" + figure.wireName();
  }
}
