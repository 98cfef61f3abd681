package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.WireName;

/**
 * The category of a battery (Regulation (EU) 2023/1542, article 3; DIN DKE SPEC 99100, 6.1.3.5).
 */
public enum BatteryCategory implements WireName {
  /** Light means of transport. */
  LMT("lmt"),
  /** Electric vehicle. */
  EV("ev"),
  INDUSTRIAL("industrial"),
  STATIONARY("stationary");

  private final String wireName;

  BatteryCategory(String wireName) {
    this.wireName = wireName;
  }

  static BatteryCategory parse(String wireName) {
    return WireName.parse(BatteryCategory.class, "a battery category", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
