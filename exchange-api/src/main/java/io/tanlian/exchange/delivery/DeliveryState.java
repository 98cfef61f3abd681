package io.tanlian.exchange.delivery;

import io.tanlian.contracts.json.WireName;

/** How far a delivery is. */
public enum DeliveryState implements WireName {
  /** To be sent, now or again later. */
  PENDING("pending"),
  /** The recipient's host took it. */
  DELIVERED("delivered"),
  /** There was nothing left to send, or nowhere. */
  WITHDRAWN("withdrawn"),
  /** Given up: the host refused it for good, or did not take it for too long. */
  DEAD("dead");

  private final String wireName;

  DeliveryState(String wireName) {
    this.wireName = wireName;
  }

  static DeliveryState parse(String wireName) {
    return WireName.parse(DeliveryState.class, "a delivery's state", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
