package io.tanlian.ledger.election;

import java.time.Duration;

/**
 * How long a leader that has fallen silent keeps the lead. Only the database measures it, so no
 * clocks are compared.
 *
 * @param length of silence after which the database ends the leader's session, and with it its lead
 */
public record Lease(Duration length) {
  private static final Duration LENGTH_MIN = Duration.ofSeconds(1);
  private static final Duration LENGTH_MAX = Duration.ofMinutes(5);

  /** A ping may be lost, or take as long as its timeout, before the lease runs out. */
  private static final int PINGS_PER_LEASE = 3;

  private static final int TRIES_PER_LEASE = 10;

  /** Long enough for a pause of the JVM or of the network, short enough for callers to wait out. */
  public static final Lease DEFAULT = new Lease(Duration.ofSeconds(10));

  public Lease {
    if (length.compareTo(LENGTH_MIN) < 0 || length.compareTo(LENGTH_MAX) > 0) {
      throw new IllegalArgumentException(
          "a lease lasts %s to %s, not %s".formatted(LENGTH_MIN, LENGTH_MAX, length));
    }
  }

  /** How often a leader shows that it is alive, and how long the answer may take. */
  Duration pingEvery() {
    return length.dividedBy(PINGS_PER_LEASE);
  }

  /** How often another node tries to take the lead. */
  Duration tryEvery() {
    return length.dividedBy(TRIES_PER_LEASE);
  }

  long lengthMs() {
    return length.toMillis();
  }
}
