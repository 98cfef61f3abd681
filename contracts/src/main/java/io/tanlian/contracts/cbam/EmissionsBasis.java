package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.WireName;

/** What specific embedded emissions stand on (annex IV, 1, item 3(b)). */
public enum EmissionsBasis implements WireName {
  /** Monitored. */
  ACTUAL("actual"),
  /** A default value the Commission published. */
  DEFAULT_VALUE("defaultValue");

  private final String wireName;

  EmissionsBasis(String wireName) {
    this.wireName = wireName;
  }

  static EmissionsBasis parse(String wireName) {
    return WireName.parse(EmissionsBasis.class, "a basis", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
