package io.tanlian.contracts.material;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** The days a recovery covers, both included: a calendar year, or a campaign. */
public record RecoveryPeriod(LocalDate first, LocalDate last) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  public RecoveryPeriod {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "the last day %s is before the first, %s: exchange or correct them"
              .formatted(last, first));
    }
  }

  /**
   * Reads a day.
   *
   * @throws IllegalArgumentException for a day there is not, or another notation
   */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a day is written 2026-12-31", e);
    }
  }

  public boolean isCalendarYear() {
    return first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1));
  }

  @Override
  public String toString() {
    return isCalendarYear() ? String.valueOf(first.getYear()) : first + " to " + last;
  }
}
