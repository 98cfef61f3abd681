package io.tanlian.contracts.sharing;

/** A part of a declaration that may be concealed and granted. */
public enum GrantedPart {
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
    for (GrantedPart part : values()) {
      if (part.wireName.equals(wireName)) {
        return part;
      }
    }
    throw new IllegalArgumentException("a part is figures, inputs or directEmissions");
  }

  /** The name in JSON. */
  public String wireName() {
    return wireName;
  }
}
