package io.tanlian.contracts.pact.v3;

/** The time from which the activity data of a footprint come. */
public record ReferencePeriod(DateTime start, DateTime end) {
  public ReferencePeriod {
    if (start.instant().isAfter(end.instant())) {
      throw new IllegalArgumentException(
          "referencePeriodStart %s is after referencePeriodEnd %s: exchange or correct them"
              .formatted(start, end));
    }
  }
}
