package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/**
 * How the burdens of recycling are shared between the product that gives a material up and the one
 * that takes it. Figures of different methods do not add up to one footprint: across both, a burden
 * may count twice or not at all.
 */
public enum RecyclingMethod implements WireName {
  /**
   * Recycled material carries its collection, sorting and recycling and no virgin burden; waste
   * leaves free of burden (Catena-X Product Carbon Footprint Rulebook; recycled content in ISO
   * 14067, 6.4.6.3).
   */
  CUT_OFF("cutOff"),

  /**
   * The material part of the Circular Footprint Formula: giver and taker share burdens and credits
   * by an allocation factor A (Commission Recommendation (EU) 2021/2279, annex I, 4.4.8).
   */
  CFF("cff");

  private final String wireName;

  RecyclingMethod(String wireName) {
    this.wireName = wireName;
  }

  public static RecyclingMethod parse(String wireName) {
    return WireName.parse(RecyclingMethod.class, "a recycling method", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
