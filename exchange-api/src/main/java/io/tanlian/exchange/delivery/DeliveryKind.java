package io.tanlian.exchange.delivery;

import io.tanlian.contracts.json.WireName;

/** What a delivery tells its recipient. */
public enum DeliveryKind implements WireName {
  /** Footprints are new for the recipient. */
  PUBLISHED("published"),
  /** The recipient's request is fulfilled, or rejected. */
  ANSWER("answer"),
  /** The host is asked for footprints: by a participant, or because one of its ends soon. */
  REQUEST("request");

  private final String wireName;

  DeliveryKind(String wireName) {
    this.wireName = wireName;
  }

  static DeliveryKind parse(String wireName) {
    return WireName.parse(DeliveryKind.class, "a delivery's kind", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
