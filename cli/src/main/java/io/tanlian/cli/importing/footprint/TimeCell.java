package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.importing.table.Given;
import io.tanlian.contracts.pact.v3.DateTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times. A day is its first moment in UTC; 3/4/2025 is refused, since it is two days. */
final class TimeCell {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

  private TimeCell() {}

  /** The time as PACT has it. */
  static String read(Given cell) throws WrongCell {
    return switch (cell) {
      case Given.Moment(LocalDateTime time) -> DateTime.of(time.toInstant(ZoneOffset.UTC)).text();
      case Given.Text(String text) -> time(text);
      case Given.Figure _, Given.Flag _ -> throw wrong("this is no date");
      case Given.Unusable(_, String why, String remedy) -> throw new WrongCell(why, remedy);
    };
  }

  private static String time(String text) throws WrongCell {
    Matcher day = DAY.matcher(text);
    try {
      if (day.matches()) {
        int first = day.group(1) == null ? 5 : 1;
        int second = first == 1 ? 3 : 6;
        return DateTime.of(
                LocalDate.of(number(day, first), number(day, second), number(day, second + 1))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC))
            .text();
      }
      return new DateTime(text).text();
    } catch (DateTimeException noSuchDay) {
      throw wrong("there is no such day");
    } catch (IllegalArgumentException otherForm) {
      throw wrong("a time is a day with the year first, or a time with its offset");
    }
  }

  private static int number(Matcher day, int group) {
    return Integer.parseInt(day.group(group));
  }

  private static WrongCell wrong(String rule) {
    return new WrongCell(
        rule,
        "Write 2026-01-31, or 2026-01-31T08:00:00+08:00; or give the cell a date format in Excel.");
  }
}
