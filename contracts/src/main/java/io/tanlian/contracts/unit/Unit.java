package io.tanlian.contracts.unit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Units of the PACT data model (v3, {@code declaredUnitOfMeasurement}). */
public enum Unit {
  LITER("liter", Dimension.VOLUME, "1"),
  KILOGRAM("kilogram", Dimension.MASS, "1"),
  CUBIC_METER("cubic meter", Dimension.VOLUME, "1000"),
  KILOWATT_HOUR("kilowatt hour", Dimension.ENERGY, "3.6"),
  MEGAJOULE("megajoule", Dimension.ENERGY, "1"),
  TON_KILOMETER("ton kilometer", Dimension.TRANSPORT, "1"),
  SQUARE_METER("square meter", Dimension.AREA, "1"),
  PIECE("piece", Dimension.COUNT, "1"),
  HOUR("hour", Dimension.TIME, "1"),
  MEGABIT_SECOND("megabit second", Dimension.DATA, "1");

  /** What a unit measures. Units of one dimension convert into each other exactly. */
  public enum Dimension {
    MASS,
    VOLUME,
    ENERGY,
    TRANSPORT,
    AREA,
    COUNT,
    TIME,
    DATA
  }

  private final String wireName;
  private final Dimension dimension;
  private final BigDecimal factor;

  Unit(String wireName, Dimension dimension, String factor) {
    this.wireName = wireName;
    this.dimension = dimension;
    this.factor = new BigDecimal(factor);
  }

  /** The unit of this wire name, if PACT has it. Upper and lower case differ. */
  public static Optional<Unit> ofWireName(String wireName) {
    for (Unit unit : values()) {
      if (unit.wireName.equals(wireName)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /**
   * The unit of this wire name.
   *
   * @throws IllegalArgumentException listing the units there are
   */
  public static Unit parse(String wireName) {
    return ofWireName(wireName)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a unit is one of "
                    + Arrays.stream(values())
                        .map(Unit::wireName)
                        .collect(Collectors.joining(", "))));
  }

  /** The name in JSON, {@code "kilowatt hour"} for one. */
  public String wireName() {
    return wireName;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** How many megajoules, liters or else this unit itself make one of this unit. */
  BigDecimal factor() {
    return factor;
  }
}
