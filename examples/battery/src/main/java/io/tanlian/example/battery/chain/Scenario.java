package io.tanlian.example.battery.chain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The three ways in which the example makes the same pack. */
public enum Scenario {
  /** No recycled material. */
  @JsonProperty("primary")
  PRIMARY("primary"),

  /** Recycled metals; production scrap reaches the recycler free of burden (cut-off). */
  @JsonProperty("recycled-cut-off")
  RECYCLED_CUT_OFF("recycled-cut-off"),

  /** Recycled metals; production scrap carries the cathode's burden, so the chain is a loop. */
  @JsonProperty("recycled-burden")
  RECYCLED_BURDEN("recycled-burden");

  private final String key;

  Scenario(String key) {
    this.key = key;
  }

  /** The name in the data file and at the end of product ids. */
  public String key() {
    return key;
  }
}
