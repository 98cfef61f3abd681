package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/** Where the material of a batch comes from. */
public enum BatchSource implements WireName {
  /** Out of a recovery: what its lots hold, and no more. */
  RECOVERED("recovered"),
  /** Waste before recovery, such as used batteries or production scrap. */
  COLLECTED("collected"),
  /** From the earth; its owner's word, for nothing recycled can be claimed from it. */
  PRIMARY("primary");

  private final String wireName;

  BatchSource(String wireName) {
    this.wireName = wireName;
  }

  static BatchSource parse(String wireName) {
    return WireName.parse(BatchSource.class, "a source", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
