package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/** What batches are processed for. */
public enum ProcessingUse implements WireName {
  /** A new product is made. */
  PRODUCTION("production"),
  /**
   * A used battery serves again as a battery, in its first purpose or another (cascade use): it is
   * not recovered, and nothing of it is recycled content.
   */
  SECOND_LIFE("secondLife");

  private final String wireName;

  ProcessingUse(String wireName) {
    this.wireName = wireName;
  }

  static ProcessingUse parse(String wireName) {
    return WireName.parse(ProcessingUse.class, "a use", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
