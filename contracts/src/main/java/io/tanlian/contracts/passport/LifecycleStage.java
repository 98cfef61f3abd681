package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.WireName;

/**
 * The life-cycle stages of a battery's carbon footprint (Regulation (EU) 2023/1542, annex II, 4).
 * The use phase is not among them.
 */
public enum LifecycleStage implements WireName {
  /** Raw material acquisition and pre-processing. */
  RAW_MATERIAL("RawMaterialExtraction", "6.3.3"),
  /** Main product production: cells and the assembly of the battery. */
  MAIN_PRODUCTION("MainProduction", "6.3.4"),
  DISTRIBUTION("Distribution", "6.3.5"),
  /** End of life and recycling. */
  END_OF_LIFE("Recycling", "6.3.6");

  private final String wireName;
  private final String clause;

  LifecycleStage(String wireName, String clause) {
    this.wireName = wireName;
    this.clause = clause;
  }

  /** Its name in the Battery Pass data model 1.2.0. */
  @Override
  public String wireName() {
    return wireName;
  }

  /** The clause of DIN DKE SPEC 99100. */
  public String clause() {
    return clause;
  }
}
