package io.tanlian.exchange.serve;

import io.tanlian.exchange.access.RateSettings;
import picocli.CommandLine.Option;

/** How much one client may ask of this node. */
final class RateOptions {

  @Option(
      names = "--requests-per-second",
      paramLabel = "N",
      defaultValue = "500",
      description = "requests of one client that are answered for long (${DEFAULT-VALUE})")
  private int requestsPerSecond = RateSettings.DEFAULT.requestsPerSecond();

  @Option(
      names = "--token-requests-per-second",
      paramLabel = "N",
      defaultValue = "20",
      description = "token requests of one address that are answered for long (${DEFAULT-VALUE})")
  private int tokenRequestsPerSecond = RateSettings.DEFAULT.tokenRequestsPerSecond();

  @Option(
      names = "--burst-seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many seconds' requests may come at once after a pause (${DEFAULT-VALUE})")
  private int burstSeconds = RateSettings.DEFAULT.burstSeconds();

  RateSettings rates() throws StartRefused {
    try {
      return new RateSettings(requestsPerSecond, tokenRequestsPerSecond, burstSeconds);
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          "--requests-per-second, --token-requests-per-second, --burst-seconds: "
              + e.getMessage()
              + ".",
          e);
    }
  }
}
