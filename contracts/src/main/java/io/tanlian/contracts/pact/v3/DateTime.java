package io.tanlian.contracts.pact.v3;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A date and time with its offset (RFC 3339), kept as it was written: {@code +00:00} stays so,
 * although it means {@code Z}.
 */
public record DateTime(String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})",
          Pattern.CASE_INSENSITIVE);

  public DateTime {
    if (!FORM.matcher(text).matches() || !exists(text)) {
      throw new IllegalArgumentException(
          "a time is written 2026-01-31T00:00:00Z (RFC 3339), on a day that exists");
    }
  }

  /** The moment in UTC, written with {@code Z}. */
  public static DateTime of(Instant instant) {
    return new DateTime(instant.toString());
  }

  public Instant instant() {
    return OffsetDateTime.parse(text).toInstant();
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean exists(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException noSuchTime) {
      return false;
    }
  }
}
