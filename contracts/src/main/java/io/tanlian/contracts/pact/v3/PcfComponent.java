package io.tanlian.contracts.pact.v3;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of a footprint that add up along a supply chain, in kgCO2e per declared unit ({@link
 * #LAND_AREA_OCCUPATION}: m2 and year). PACT data model 3.0, {@code CarbonFootprint}.
 */
public enum PcfComponent {
  FOSSIL_GHG_EMISSIONS("fossilGhgEmissions", Part.EXCLUDING_UPTAKE, Sign.NOT_NEGATIVE),
  LAND_USE_CHANGE_GHG_EMISSIONS(
      "landUseChangeGhgEmissions", Part.EXCLUDING_UPTAKE, Sign.NOT_NEGATIVE),
  LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS(
      "landManagementBiogenicCO2Emissions", Part.EXCLUDING_UPTAKE, Sign.NOT_NEGATIVE),
  LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS(
      "landManagementBiogenicCO2Removals", Part.EXCLUDING_UPTAKE, Sign.NOT_POSITIVE),
  TECHNOLOGICAL_CO2_REMOVALS("technologicalCO2Removals", Part.EXCLUDING_UPTAKE, Sign.NOT_POSITIVE),
  CCS_TECHNOLOGICAL_CO2_CAPTURE(
      "ccsTechnologicalCO2Capture", Part.EXCLUDING_UPTAKE, Sign.NOT_POSITIVE),
  BIOGENIC_NON_CO2_EMISSIONS("biogenicNonCO2Emissions", Part.EXCLUDING_UPTAKE, Sign.NOT_NEGATIVE),
  BIOGENIC_CO2_UPTAKE("biogenicCO2Uptake", Part.UPTAKE, Sign.NOT_POSITIVE),
  LAND_MANAGEMENT_FOSSIL_GHG_EMISSIONS(
      "landManagementFossilGhgEmissions", Part.MEMO, Sign.NOT_NEGATIVE),
  AIRCRAFT_GHG_EMISSIONS("aircraftGhgEmissions", Part.MEMO, Sign.NOT_NEGATIVE),
  LAND_CARBON_LEAKAGE("landCarbonLeakage", Part.MEMO, Sign.NOT_NEGATIVE),
  LAND_AREA_OCCUPATION("landAreaOccupation", Part.MEMO, Sign.NOT_NEGATIVE);

  /** Where a component stands in the identities of the totals. */
  public enum Part {
    /** In both totals. */
    EXCLUDING_UPTAKE,
    /** In {@code pcfIncludingBiogenicUptake} only. */
    UPTAKE,
    /** Outside both: a part of another component, or another quantity. */
    MEMO
  }

  /** The values a component can have. */
  public enum Sign {
    NOT_NEGATIVE,
    NOT_POSITIVE
  }

  private final String wireName;
  private final Part part;
  private final Sign sign;

  PcfComponent(String wireName, Part part, Sign sign) {
    this.wireName = wireName;
    this.part = part;
    this.sign = sign;
  }

  /** The component of this field of {@code pcf}, if it is one. */
  public static Optional<PcfComponent> ofWireName(String wireName) {
    for (PcfComponent component : values()) {
      if (component.wireName.equals(wireName)) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }

  /** The components of one part, in this enum's order. */
  public static Set<PcfComponent> of(Part part) {
    EnumSet<PcfComponent> components = EnumSet.noneOf(PcfComponent.class);
    for (PcfComponent component : values()) {
      if (component.part == part) {
        components.add(component);
      }
    }
    return Collections.unmodifiableSet(components);
  }

  /** What {@code pcfExcludingBiogenicUptake} follows to be; a missing component counts as zero. */
  public static BigDecimal excludingUptake(Map<PcfComponent, BigDecimal> values) {
    return sum(Part.EXCLUDING_UPTAKE, values);
  }

  /** What {@code pcfIncludingBiogenicUptake} follows to be; a missing component counts as zero. */
  public static BigDecimal includingUptake(Map<PcfComponent, BigDecimal> values) {
    return excludingUptake(values).add(sum(Part.UPTAKE, values));
  }

  /** The field's name in {@code pcf}. */
  public String wireName() {
    return wireName;
  }

  public Part part() {
    return part;
  }

  public Sign sign() {
    return sign;
  }

  /** Whether a figure has the sign of this component; zero always has. */
  public boolean accepts(BigDecimal figure) {
    return sign == Sign.NOT_NEGATIVE ? figure.signum() >= 0 : figure.signum() <= 0;
  }

  private static BigDecimal sum(Part part, Map<PcfComponent, BigDecimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PcfComponent component : of(part)) {
      sum = sum.add(values.getOrDefault(component, BigDecimal.ZERO));
    }
    return sum;
  }
}
