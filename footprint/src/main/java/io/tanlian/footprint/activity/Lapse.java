package io.tanlian.footprint.activity;

import java.time.Instant;

/** That a declaration should no longer be used, and since when. */
public record Lapse(Cause cause, Instant since) {

  /** Why a declaration should no longer be used. */
  public enum Cause {
    /** Its PACT status is Deprecated. */
    DEPRECATED,
    /** A later footprint names it in {@code precedingPfIds}. */
    SUPERSEDED,
    /** Its issuer withdrew the statement. */
    WITHDRAWN,
    /** Its validity window is over. */
    EXPIRED
  }
}
