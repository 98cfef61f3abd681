package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** A span of whole days, both included: a calendar year, a campaign, a balancing period. */
public record Period(LocalDate first, LocalDate last) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  public Period {
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
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a day is written 2026-12-31", e);
    }
  }

  public static Period read(Fields in) {
    return new Period(in.value("first", Period::day), in.value("last", Period::day));
  }

  public ObjectNode toJson() {
    return new ObjectWriter().value("first", first).value("last", last).toJson();
  }

  /** How many days it has, at least one. */
  public long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** Whether a day is in both. */
  public boolean overlaps(Period other) {
    return !first.isAfter(other.last) && !other.first.isAfter(last);
  }

  public boolean isCalendarYear() {
    return first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1));
  }

  @Override
  public String toString() {
    return isCalendarYear() ? String.valueOf(first.getYear()) : first + " to " + last;
  }
}
