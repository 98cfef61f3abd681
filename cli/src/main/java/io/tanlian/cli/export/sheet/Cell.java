package io.tanlian.cli.export.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a cell of a spreadsheet holds. */
public sealed interface Cell {

  /** Nothing: not known, which is not zero. */
  record Empty() implements Cell {}

  record Text(String text) implements Cell {}

  /** A number. A spreadsheet keeps about 15 digits of it; every digit is in the JSON. */
  record Figure(BigDecimal figure) implements Cell {}

  record Whole(long number) implements Cell {}

  record Day(LocalDate day) implements Cell {}

  record Month(YearMonth month) implements Cell {}

  static Cell of(@Nullable String text) {
    return text == null ? new Empty() : new Text(text);
  }

  static Cell of(@Nullable BigDecimal figure) {
    return figure == null ? new Empty() : new Figure(figure);
  }

  static Cell of(@Nullable YearMonth month) {
    return month == null ? new Empty() : new Month(month);
  }
}
