package io.tanlian.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void pauses_grow_are_never_in_step_and_never_too_long() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      int attempt = 1 + random.nextInt(200);
      long pauseMs =
          RetryPolicy.DEFAULT.pause(attempt, Optional.empty(), random).orElseThrow().toMillis();
      long ceilingMs = (long) Math.min(30_000, 250 * Math.pow(2, attempt - 1));
      assertThat(pauseMs)
          .as("seed %d, attempt %d", seed, attempt)
          .isBetween(ceilingMs / 2, ceilingMs);
    }
  }

  @Test
  void a_server_may_ask_for_a_longer_pause_within_reason() {
    Random random = new Random(1);
    assertThat(RetryPolicy.DEFAULT.pause(1, Optional.of(Duration.ofSeconds(9)), random))
        .contains(Duration.ofSeconds(9));
    assertThat(RetryPolicy.DEFAULT.pause(1, Optional.of(Duration.ofDays(9)), random))
        .as("it is not asked again before its time")
        .isEmpty();
    assertThat(RetryPolicy.DEFAULT.pause(1, Optional.of(Duration.ZERO), random).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofMillis(125));
  }

  @Test
  void retry_after_is_seconds_or_a_date() {
    assertThat(RetryPolicy.retryAfter("120", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryPolicy.retryAfter("Sat, 21 Nov 2026 10:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
    assertThat(RetryPolicy.retryAfter("Sat, 21 Nov 2026 09:00:00 GMT", NOW))
        .contains(Duration.ZERO);
    assertThat(RetryPolicy.retryAfter("-5", NOW)).isEmpty();
    assertThat(RetryPolicy.retryAfter("99999999999999999999", NOW)).isEmpty();
    assertThat(RetryPolicy.retryAfter("soon", NOW)).isEmpty();
  }
}
