package io.tanlian.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void the_longest_pause_doubles_from_five_seconds_to_an_hour() {
    assertThat(Backoff.longestAfter(1)).hasSeconds(5);
    assertThat(Backoff.longestAfter(2)).hasSeconds(10);
    assertThat(Backoff.longestAfter(10)).hasSeconds(5 << 9);
    assertThat(Backoff.longestAfter(11)).hasHours(1);
    assertThat(Backoff.longestAfter(1_000_000)).hasHours(1);
  }

  @Test
  void the_pause_is_a_random_part_of_it_and_never_less_than_a_second() {
    Backoff backoff = new Backoff(new Random(20261122));
    for (int attempts = 1; attempts < 30; attempts++) {
      Duration least = Duration.ofDays(1);
      Duration most = Duration.ZERO;
      for (int i = 0; i < 1_000; i++) {
        Duration pause = backoff.after(attempts);
        least = pause.compareTo(least) < 0 ? pause : least;
        most = pause.compareTo(most) > 0 ? pause : most;
      }
      Duration longest = Backoff.longestAfter(attempts);
      assertThat(least).isBetween(Backoff.SHORTEST, longest.dividedBy(2));
      assertThat(most).isBetween(longest.dividedBy(2), longest);
    }
  }

  @Test
  void seventy_two_hours_of_failures_are_some_hundred_attempts_and_not_thousands() {
    Backoff backoff = new Backoff(new Random(20261122));
    Duration waited = Duration.ZERO;
    int attempts = 0;
    while (waited.compareTo(Sender.GIVEN_UP_AFTER) < 0) {
      attempts++;
      waited = waited.plus(backoff.after(attempts));
    }
    assertThat(attempts).isBetween(100, 250);
  }
}
