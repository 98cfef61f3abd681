package io.tanlian.contracts.pact;

import io.tanlian.contracts.json.WireName;

/** The generations of the PACT data exchange protocol, as its paths number them. */
public enum PactVersion implements WireName {
  /** 2.0 to 2.3: {@code /2/footprints}, {@code /2/events}. */
  V2("2"),
  /** 3.0: {@code /3/footprints}, {@code /3/events}. */
  V3("3");

  private final String wireName;

  PactVersion(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The version of this number.
   *
   * @throws IllegalArgumentException listing the versions there are
   */
  public static PactVersion parse(String wireName) {
    return WireName.parse(PactVersion.class, "a PACT version", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** Where a host of this version takes events, below its base URL. */
  public String eventsPath() {
    return "/" + wireName + "/events";
  }

  /** Where a host of this version lists footprints, below its base URL. */
  public String footprintsPath() {
    return "/" + wireName + "/footprints";
  }
}
