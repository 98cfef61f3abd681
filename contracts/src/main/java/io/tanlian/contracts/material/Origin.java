package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/** Where recycled material comes from (ISO 14021, 7.8.1.1); the two are declared apart. */
public enum Origin implements WireName {
  /** Diverted from the waste stream of a manufacturing process. */
  PRE_CONSUMER("preConsumer"),
  /** Discarded by households or by end users of the product. */
  POST_CONSUMER("postConsumer");

  private final String wireName;

  Origin(String wireName) {
    this.wireName = wireName;
  }

  public static Origin parse(String wireName) {
    return WireName.parse(Origin.class, "an origin", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
