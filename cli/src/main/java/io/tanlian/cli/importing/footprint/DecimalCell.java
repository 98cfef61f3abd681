package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.importing.table.Given;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;

/** Reads figures. What could be read in two ways is refused: 1,234 is a thousand or little more. */
final class DecimalCell {
  private DecimalCell() {}

  /** The figure as a plain decimal. */
  static String read(Given cell) throws WrongCell {
    return switch (cell) {
      case Given.Figure(BigDecimal number, boolean percent) -> {
        if (percent) {
          throw new WrongCell(
              "the cell shows a percentage, which Excel stores as a hundredth of it",
              "Give the cell the format Number, and write 5 for 5 %.");
        }
        yield plain(number.toPlainString());
      }
      case Given.Text(String text) -> plain(text);
      case Given.Moment _ ->
          throw new WrongCell(
              "Excel shows this number as a date",
              "Give the cell the format Number, and write the number again.");
      case Given.Flag _ -> throw new WrongCell("this is no number", "Write a number.");
      case Given.Unusable(_, String why, String remedy) -> throw new WrongCell(why, remedy);
    };
  }

  private static String plain(String text) throws WrongCell {
    if (text.indexOf(',') >= 0 || text.indexOf('，') >= 0) {
      throw new WrongCell(
          "a comma could be a decimal comma or a thousands separator",
          "Write a decimal point and no thousands separators: 1234.5.");
    }
    if (text.endsWith("%")) {
      throw new WrongCell("a percent sign is not part of the number", "Write 5 for 5 %.");
    }
    if (text.matches("[-+0-9.]+[eE][-+]?[0-9]+")) {
      throw new WrongCell(
          "an exponent may hide digits that the spreadsheet left out",
          "Give the column the format Number with all its digits, and save the file again.");
    }
    try {
      return DecimalText.of(DecimalText.parse(text));
    } catch (IllegalArgumentException notPlain) {
      throw new WrongCell(
          "a number is written plainly in at most %d characters".formatted(DecimalText.charsMax),
          "Write digits with a decimal point, such as 1.85 or -0.4: no plus sign, no blanks, no unit and no leading zeros.");
    }
  }
}
