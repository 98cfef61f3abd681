package io.tanlian.exchange.access;

/**
 * How many requests a second are answered, on each node.
 *
 * @param requestsPerSecond of one client
 * @param tokenRequestsPerSecond of one address
 * @param burstSeconds how many seconds' requests may come at once after a pause
 */
public record RateSettings(int requestsPerSecond, int tokenRequestsPerSecond, int burstSeconds) {
  /** Many times what a company's system asks, and a part of what a node can do. */
  public static final RateSettings DEFAULT = new RateSettings(500, 20, 10);

  public RateSettings {
    if (requestsPerSecond < 1 || tokenRequestsPerSecond < 1 || burstSeconds < 1) {
      throw new IllegalArgumentException("a rate is at least one request a second");
    }
  }
}
