package io.tanlian.verifier.trace;

import io.tanlian.contracts.json.WireName;

/** Which way material is followed. */
public enum Direction implements WireName {
  /** To where it came from. */
  BACKWARD("backward"),
  /** To where it went. */
  FORWARD("forward");

  private final String wireName;

  Direction(String wireName) {
    this.wireName = wireName;
  }

  public static Direction parse(String wireName) {
    return WireName.parse(Direction.class, "a direction", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
