package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/**
 * Where material comes from (ISO 14021, 7.8.1.1). The two recycled origins are declared apart;
 * run-around scrap, which goes back into the process it came from, has none of them.
 */
public enum Origin implements WireName {
  /** Diverted from the waste stream of a manufacturing process. */
  PRE_CONSUMER("preConsumer"),
  /** Discarded by households or by end users of the product. */
  POST_CONSUMER("postConsumer"),
  /** Not recycled. */
  PRIMARY("primary");

  private final String wireName;

  Origin(String wireName) {
    this.wireName = wireName;
  }

  public static Origin parse(String wireName) {
    return WireName.parse(Origin.class, "an origin", wireName);
  }

  /** Whether it counts as recycled content. */
  public boolean isRecycled() {
    return this != PRIMARY;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
