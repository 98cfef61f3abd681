package io.tanlian.contracts.sharing;

import io.tanlian.contracts.json.WireName;

/** A part of a declaration that may be concealed and granted. */
public enum GrantedPart implements WireName {
  /** The figures, ratings and descriptions of the footprint. */
  FIGURES("figures"),
  /** What the footprint was calculated from, and for how much output. */
  INPUTS("inputs"),
  /** The emissions of the step itself. */
  DIRECT_EMISSIONS("directEmissions");

  private final String wireName;

  GrantedPart(String wireName) {
    this.wireName = wireName;
  }

  /** The part of this name in JSON. */
  public static GrantedPart parse(String wireName) {
    return WireName.parse(GrantedPart.class, "a part", wireName);
  }

  /** The name in JSON. */
  @Override
  public String wireName() {
    return wireName;
  }
}
