package io.tanlian.exchange.access;

/**
 * How many requests a second are answered, on each node.
 *
 * @param requestsPerSecond of one client, or of one address that shows no token
 * @param tokenRequestsPerSecond of one address
 * @param burstSeconds how many seconds' requests may come at once after a pause
 */
public record RateSettings(int requestsPerSecond, int tokenRequestsPerSecond, int burstSeconds) {
  public static final int PER_SECOND_MAX = 100_000;
  public static final int BURST_SECONDS_MAX = 3_600;

  /** Many times what a company's system asks, and a part of what a node can do. */
  public static final RateSettings DEFAULT = new RateSettings(500, 20, 10);

  /**
   * @throws IllegalArgumentException naming what is out of its range, and the range
   */
  public RateSettings {
    check("requests per second", requestsPerSecond, PER_SECOND_MAX);
    check("token requests per second", tokenRequestsPerSecond, PER_SECOND_MAX);
    check("burst seconds", burstSeconds, BURST_SECONDS_MAX);
  }

  private static void check(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException("%s are 1 to %d, not %d".formatted(name, max, value));
    }
  }
}
