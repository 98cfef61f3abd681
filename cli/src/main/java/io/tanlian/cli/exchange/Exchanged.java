package io.tanlian.cli.exchange;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one HTTP request came to. */
sealed interface Exchanged {

  /** The server answered with this status. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Response(int status, HttpHeaders headers, byte[] body) implements Exchanged {
    boolean isBusy() {
      return status == 429 || status == 503;
    }

    Optional<Duration> retryAfter(Instant now) {
      return headers
          .firstValue("Retry-After")
          .flatMap(header -> RetryPolicy.retryAfter(header, now));
    }
  }

  /** The connection was lost after it was made; the server may or may not have acted. */
  record Lost(String why) implements Exchanged {}

  /** Sending again would not help. */
  record Hopeless(String why) implements Exchanged {}
}
