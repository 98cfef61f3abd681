package io.tanlian.contracts.request;

import io.tanlian.contracts.json.WireName;

/** How a request ended. */
public enum RequestOutcome implements WireName {
  /** With footprints that the requester may see. */
  FULFILLED("fulfilled"),
  /** Without. */
  REJECTED("rejected");

  private final String wireName;

  RequestOutcome(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The outcome of this name.
   *
   * @throws IllegalArgumentException listing the outcomes there are
   */
  public static RequestOutcome parse(String wireName) {
    return WireName.parse(RequestOutcome.class, "an outcome", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
