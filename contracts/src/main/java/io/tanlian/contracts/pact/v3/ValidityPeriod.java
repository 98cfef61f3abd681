package io.tanlian.contracts.pact.v3;

import java.time.Instant;

/** When a footprint may be used: from {@code start} until before {@code end}. */
public record ValidityPeriod(Instant start, Instant end) {
  public boolean contains(Instant time) {
    return !time.isBefore(start) && time.isBefore(end);
  }
}
