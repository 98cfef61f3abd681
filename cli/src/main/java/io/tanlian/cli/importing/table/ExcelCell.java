package io.tanlian.cli.importing.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * Reads a cell of a workbook as Excel shows it: a workbook stores 1.1 as 1.1000000000000001, so
 * numbers have the 15 digits that Excel vouches for.
 */
final class ExcelCell {
  private static final MathContext EXCEL_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  /** The last day that Excel knows, 9999-12-31. */
  private static final BigDecimal DAY_MAX = BigDecimal.valueOf(2_958_466);

  /** Excel takes 1900 for a leap year, so days before 1 March 1900 are off by one. */
  private static final BigDecimal DAY_MIN = BigDecimal.valueOf(61);

  private static final Pattern ERROR = Pattern.compile("#[A-Z0-9_/]+[!?]?");

  private ExcelCell() {}

  /** What the cell holds; nothing if it is empty. */
  static Optional<Given> read(Cell cell, boolean date1904) {
    return switch (cell.getType()) {
      case EMPTY -> Optional.empty();
      case STRING -> text(cell.asString());
      case BOOLEAN -> Optional.of(new Given.Flag(cell.asBoolean()));
      case NUMBER -> Optional.of(number(cell, cell.getRawValue(), date1904));
      case FORMULA -> formula(cell, date1904);
      case ERROR -> Optional.of(error(cell.getRawValue()));
    };
  }

  private static Optional<Given> text(String text) {
    String stripped = CellWhitespace.strip(Objects.requireNonNullElse(text, ""));
    return stripped.isEmpty() ? Optional.empty() : Optional.of(new Given.Text(stripped));
  }

  private static Optional<Given> formula(Cell cell, boolean date1904) {
    String result = Objects.requireNonNullElse(cell.getRawValue(), "").strip();
    if (result.isEmpty()) {
      return cell.getFormula() == null
          ? Optional.empty()
          : Optional.of(
              new Given.Unusable(
                  "=" + cell.getFormula(),
                  "the formula has no result",
                  "Open the workbook in Excel and save it, or write the value itself."));
    }
    if (ERROR.matcher(result).matches()) {
      return Optional.of(error(result));
    }
    return isNumber(result) ? Optional.of(number(cell, result, date1904)) : text(result);
  }

  private static Given error(String shown) {
    return new Given.Unusable(
        shown, "the formula ends in an error", "Correct the formula, or write the value itself.");
  }

  private static Given number(Cell cell, String raw, boolean date1904) {
    BigDecimal stored = new BigDecimal(raw.strip());
    if (Math.abs((long) stored.scale()) > 400) {
      return new Given.Unusable(raw, "the number is out of reason", "Write another number.");
    }
    NumberForm form = NumberForm.of(cell.getDataFormatId(), cell.getDataFormatString());
    if (form == NumberForm.DATE) {
      return stored.compareTo(DAY_MIN) >= 0 && stored.compareTo(DAY_MAX) < 0
          ? new Given.Moment(time(stored, date1904))
          : new Given.Unusable(
              raw, "Excel shows this number as a date", "Give the cell the format Number or Text.");
    }
    BigDecimal shown = stored.round(EXCEL_DIGITS).stripTrailingZeros();
    return new Given.Figure(
        shown.scale() < 0 ? shown.setScale(0) : shown, form == NumberForm.PERCENT);
  }

  /** To the second, since a day's fraction has no exact decimal. */
  private static LocalDateTime time(BigDecimal day, boolean date1904) {
    long seconds = day.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return (date1904 ? EPOCH_1904 : EPOCH_1900).atStartOfDay().plus(seconds, ChronoUnit.SECONDS);
  }

  private static boolean isNumber(String text) {
    return text.length() <= 40 && text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  }
}
