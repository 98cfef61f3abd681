package io.tanlian.ledger.forward;

import java.time.Duration;

/**
 * What a node takes on for others to do, and how long it tries.
 *
 * @param forwardsMax appends under way to the leader at a time; above it callers are told to retry
 * @param retryAfterMs what they are told
 * @param patience how long a leader is looked for; longer than a lease, so that a fail-over is
 *     waited out
 * @param patienceOutOfTouch how long it is looked for while this node cannot ask the database
 * @param pause between two tries
 */
public record ForwardingLimits(
    int forwardsMax,
    long retryAfterMs,
    Duration patience,
    Duration patienceOutOfTouch,
    Duration pause) {
  public static final ForwardingLimits DEFAULT =
      new ForwardingLimits(
          256, 250, Duration.ofSeconds(40), Duration.ofSeconds(2), Duration.ofMillis(50));
}
