package io.tanlian.contracts.pact.v2;

import java.math.BigDecimal;

/**
 * The decimals of {@code pcf} that are stated per one declared unit: kgCO2e or kgC. PACT data model
 * 2.3, {@code CarbonFootprint}.
 */
public enum PcfFigure {
  PCF_EXCLUDING_BIOGENIC("pCfExcludingBiogenic", Sign.NOT_NEGATIVE),
  PCF_INCLUDING_BIOGENIC("pCfIncludingBiogenic", Sign.ANY),
  FOSSIL_GHG_EMISSIONS("fossilGhgEmissions", Sign.NOT_NEGATIVE),
  FOSSIL_CARBON_CONTENT("fossilCarbonContent", Sign.NOT_NEGATIVE),
  BIOGENIC_CARBON_CONTENT("biogenicCarbonContent", Sign.NOT_NEGATIVE),
  D_LUC_GHG_EMISSIONS("dLucGhgEmissions", Sign.NOT_NEGATIVE),
  LAND_MANAGEMENT_GHG_EMISSIONS("landManagementGhgEmissions", Sign.NOT_NEGATIVE),
  OTHER_BIOGENIC_GHG_EMISSIONS("otherBiogenicGhgEmissions", Sign.NOT_NEGATIVE),
  I_LUC_GHG_EMISSIONS("iLucGhgEmissions", Sign.NOT_NEGATIVE),
  BIOGENIC_CARBON_WITHDRAWAL("biogenicCarbonWithdrawal", Sign.NOT_POSITIVE),
  AIRCRAFT_GHG_EMISSIONS("aircraftGhgEmissions", Sign.NOT_NEGATIVE),
  PACKAGING_GHG_EMISSIONS("packagingGhgEmissions", Sign.NOT_NEGATIVE);

  private enum Sign {
    ANY,
    NOT_NEGATIVE,
    NOT_POSITIVE
  }

  private final String wireName;
  private final Sign sign;

  PcfFigure(String wireName, Sign sign) {
    this.wireName = wireName;
    this.sign = sign;
  }

  /** The field's name in {@code pcf}. */
  public String wireName() {
    return wireName;
  }

  /** Whether a value has the sign that version 2 foresees; other hosts do send others. */
  public boolean foresees(BigDecimal value) {
    return switch (sign) {
      case ANY -> true;
      case NOT_NEGATIVE -> value.signum() >= 0;
      case NOT_POSITIVE -> value.signum() <= 0;
    };
  }
}
