package io.tanlian.cli.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and when a request is sent again.
 *
 * @param attemptsMax how often a request is sent at most, the first time included
 * @param firstPauseMs the longest first pause; each further one may be twice as long
 * @param pauseMsMax the longest pause; a server that asks for a longer one is not asked again
 */
public record RetryPolicy(int attemptsMax, long firstPauseMs, long pauseMsMax) {
  /** Six tries within about half a minute, unless the server asks for longer pauses. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(6, 250, 30_000);

  /** How many seconds a server may ask for; more digits than this fits no clock. */
  private static final int SECONDS_DIGITS_MAX = 9;

  public RetryPolicy {
    if (attemptsMax < 1 || firstPauseMs < 1 || pauseMsMax < firstPauseMs) {
      throw new IllegalArgumentException("a request is sent at least once, with pauses that grow");
    }
  }

  /**
   * The pause after the {@code attempt}th failure (from 1): what the server asked for, and in any
   * case a random part of a time that doubles, so that many clients do not come back together.
   * Empty if the server asks for more than the longest pause: then there is no use in trying.
   */
  Optional<Duration> pause(int attempt, Optional<Duration> retryAfter, RandomGenerator random) {
    long ceilingMs = Math.min(pauseMsMax, firstPauseMs << Math.min(attempt - 1, 20));
    long jitterMs = random.nextLong(ceilingMs / 2, ceilingMs + 1);
    long askedMs = retryAfter.map(Duration::toMillis).orElse(0L);
    return askedMs > pauseMsMax
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.max(jitterMs, askedMs)));
  }

  /** Reads a {@code Retry-After} header: seconds or an HTTP date (RFC 9110 section 10.2.3). */
  static Optional<Duration> retryAfter(String header, Instant now) {
    String text = header.strip();
    if (text.matches("[0-9]{1," + SECONDS_DIGITS_MAX + "}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
