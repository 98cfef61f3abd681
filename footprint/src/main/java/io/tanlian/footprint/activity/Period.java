package io.tanlian.footprint.activity;

import java.time.Instant;

/** A span of time: {@code start} is in it, {@code end} is not. */
public record Period(Instant start, Instant end) {

  public Period {
    if (start.isAfter(end)) {
      throw new IllegalArgumentException("start must not be after end: " + start + ", " + end);
    }
  }

  public boolean covers(Period other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }
}
