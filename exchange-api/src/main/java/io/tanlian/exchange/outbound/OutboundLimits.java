package io.tanlian.exchange.outbound;

import java.time.Duration;

/**
 * How long a call may take, and how much it may bring.
 *
 * @param connect until a connection is there, TLS included
 * @param silence between two bytes of the answer
 * @param total from the call to the end of the answer
 * @param bodyBytesMax of the answer's body
 */
public record OutboundLimits(Duration connect, Duration silence, Duration total, int bodyBytesMax) {
  /** A page of a hundred large footprints has about a megabyte. */
  public static final OutboundLimits DEFAULT =
      new OutboundLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), 4 * 1024 * 1024);
}
