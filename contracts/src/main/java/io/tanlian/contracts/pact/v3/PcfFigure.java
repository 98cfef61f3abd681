package io.tanlian.contracts.pact.v3;

import static io.tanlian.contracts.pact.v3.PcfFigure.Range.ANY;
import static io.tanlian.contracts.pact.v3.PcfFigure.Range.NOT_NEGATIVE;
import static io.tanlian.contracts.pact.v3.PcfFigure.Range.NOT_POSITIVE;
import static io.tanlian.contracts.pact.v3.PcfFigure.Range.PERCENT;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Every figure of {@code pcf} that may be concealed: all decimals but the declared unit's amount
 * and mass. kgCO2e or kgC per declared unit, or percent. PACT data model 3.0, {@code
 * CarbonFootprint}.
 */
public enum PcfFigure {
  PCF_EXCLUDING_BIOGENIC_UPTAKE("pcfExcludingBiogenicUptake", ANY),
  PCF_INCLUDING_BIOGENIC_UPTAKE("pcfIncludingBiogenicUptake", ANY),
  FOSSIL_CARBON_CONTENT("fossilCarbonContent", NOT_NEGATIVE),
  BIOGENIC_CARBON_CONTENT("biogenicCarbonContent", NOT_NEGATIVE),
  RECYCLED_CARBON_CONTENT("recycledCarbonContent", NOT_NEGATIVE),
  FOSSIL_GHG_EMISSIONS("fossilGhgEmissions", NOT_NEGATIVE),
  LAND_USE_CHANGE_GHG_EMISSIONS("landUseChangeGhgEmissions", NOT_NEGATIVE),
  LAND_CARBON_LEAKAGE("landCarbonLeakage", NOT_NEGATIVE),
  LAND_MANAGEMENT_FOSSIL_GHG_EMISSIONS("landManagementFossilGhgEmissions", NOT_NEGATIVE),
  LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS("landManagementBiogenicCO2Emissions", NOT_NEGATIVE),
  LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS("landManagementBiogenicCO2Removals", NOT_POSITIVE),
  BIOGENIC_CO2_UPTAKE("biogenicCO2Uptake", NOT_POSITIVE),
  BIOGENIC_NON_CO2_EMISSIONS("biogenicNonCO2Emissions", NOT_NEGATIVE),
  LAND_AREA_OCCUPATION("landAreaOccupation", NOT_NEGATIVE),
  AIRCRAFT_GHG_EMISSIONS("aircraftGhgEmissions", NOT_NEGATIVE),
  PACKAGING_GHG_EMISSIONS("packagingGhgEmissions", NOT_NEGATIVE),
  PACKAGING_BIOGENIC_CARBON_CONTENT("packagingBiogenicCarbonContent", NOT_NEGATIVE),
  OUTBOUND_LOGISTICS_GHG_EMISSIONS("outboundLogisticsGhgEmissions", NOT_NEGATIVE),
  CCS_TECHNOLOGICAL_CO2_CAPTURE("ccsTechnologicalCO2Capture", NOT_POSITIVE),
  TECHNOLOGICAL_CO2_REMOVALS("technologicalCO2Removals", NOT_POSITIVE),
  CCU_CARBON_CONTENT("ccuCarbonContent", NOT_NEGATIVE),
  EXEMPTED_EMISSIONS_PERCENT("exemptedEmissionsPercent", PERCENT),
  PRIMARY_DATA_SHARE("primaryDataShare", PERCENT);

  /** The values a figure can have. */
  public enum Range {
    ANY,
    NOT_NEGATIVE,
    NOT_POSITIVE,
    /** 0 to 100. */
    PERCENT
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String wireName;
  private final Range range;

  PcfFigure(String wireName, Range range) {
    this.wireName = wireName;
    this.range = range;
  }

  /** The figure that shows a component. */
  public static PcfFigure of(PcfComponent component) {
    return valueOf(component.name());
  }

  /** The component this figure shows, if it shows one. */
  public Optional<PcfComponent> component() {
    return PcfComponent.ofWireName(wireName);
  }

  /** The field's name in {@code pcf}. */
  public String wireName() {
    return wireName;
  }

  public Range range() {
    return range;
  }

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException if it is out of this figure's range
   */
  BigDecimal require(BigDecimal value) {
    boolean inRange =
        switch (range) {
          case ANY -> true;
          case NOT_NEGATIVE -> value.signum() >= 0;
          case NOT_POSITIVE -> value.signum() <= 0;
          case PERCENT -> value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
        };
    if (!inRange) {
      throw new IllegalArgumentException(
          switch (range) {
            case ANY -> throw new IllegalStateException("any value is in this range");
            case NOT_NEGATIVE -> "%s is not below zero".formatted(wireName);
            case NOT_POSITIVE ->
                "%s is not above zero: removals carry a minus sign".formatted(wireName);
            case PERCENT -> "%s is a percentage from 0 to 100".formatted(wireName);
          });
    }
    return value;
  }
}
