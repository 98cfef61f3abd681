package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.WireName;

/** What a criterion measures. */
public enum Indicator implements WireName {
  /** Mass of a material in counted outputs / its mass in the inputs. */
  RECOVERY_RATE("recoveryRate"),
  /** Recycled mass of a material in a product / its whole mass in the denominator. */
  RECYCLED_CONTENT("recycledContent"),
  /**
   * Kilowatt hours from renewable sources / all kilowatt hours of electricity. No statement has the
   * former yet, so nothing is judged by it.
   */
  RENEWABLE_ELECTRICITY_SHARE("renewableElectricityShare");

  private final String wireName;

  Indicator(String wireName) {
    this.wireName = wireName;
  }

  static Indicator parse(String wireName) {
    return WireName.parse(Indicator.class, "an indicator", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
