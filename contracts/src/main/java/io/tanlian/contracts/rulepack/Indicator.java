package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.WireName;

/** What a criterion measures. */
public enum Indicator implements WireName {
  /** Mass of a material in counted outputs / its mass in the inputs. */
  RECOVERY_RATE("recoveryRate", "kg"),
  /** Recycled mass of a material in a product / its whole mass in the denominator. */
  RECYCLED_CONTENT("recycledContent", "kg"),
  /** Kilowatt hours from renewable sources / all kilowatt hours of electricity. */
  RENEWABLE_ELECTRICITY_SHARE("renewableElectricityShare", "kWh");

  private final String wireName;
  private final String unit;

  Indicator(String wireName, String unit) {
    this.wireName = wireName;
    this.unit = unit;
  }

  /** In which the part and the whole are measured. */
  public String unit() {
    return unit;
  }

  static Indicator parse(String wireName) {
    return WireName.parse(Indicator.class, "an indicator", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
