package io.tanlian.cli.importing.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Locale;

/** What a cell holds that is not empty. */
public sealed interface Given {

  /** Longest text that is shown of a cell in a message. */
  int shownCharsMax = 60;

  record Text(String text) implements Given {}

  /**
   * A number of a workbook.
   *
   * @param percent whether the sheet shows it a hundred times as large, with a percent sign
   */
  record Figure(BigDecimal number, boolean percent) implements Given {}

  /** A number that a workbook shows as a date; it has no time zone. */
  record Moment(LocalDateTime time) implements Given {}

  record Flag(boolean flag) implements Given {}

  /** A cell without a usable value. */
  record Unusable(String content, String why, String remedy) implements Given {}

  /** What a person would recognise the cell by, in a message. */
  default String shown() {
    String whole =
        switch (this) {
          case Text(String text) -> text;
          case Figure(BigDecimal number, boolean percent) ->
              percent ? number.movePointRight(2).toPlainString() + " %" : number.toPlainString();
          case Moment(LocalDateTime time) -> time.toString();
          case Flag(boolean flag) -> Boolean.toString(flag).toUpperCase(Locale.ROOT);
          case Unusable unusable -> unusable.content();
        };
    return whole.length() <= shownCharsMax ? whole : whole.substring(0, shownCharsMax) + "…";
  }
}
