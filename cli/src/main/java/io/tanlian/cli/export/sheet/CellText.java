package io.tanlian.cli.export.sheet;

import io.tanlian.contracts.text.PlainText;

/**
 * Text as a cell may hold it. A spreadsheet takes no text cell for a formula, but it does when
 * somebody edits the cell or saves the sheet as CSV: what could become one gets an apostrophe
 * before it.
 */
final class CellText {
  /** Most characters of a cell (Office Open XML as Excel reads it). */
  static final int charsMax = 32_767;

  /** What a formula can begin with, in half and full width. */
  private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private CellText() {}

  static String of(String text) {
    boolean startsFormula = !text.isBlank() && FORMULA_STARTS.indexOf(firstVisible(text)) >= 0;
    String plain = PlainText.of(startsFormula ? "'" + text : text);
    return plain.length() <= charsMax
        ? plain
        : "Too long for a cell (%d characters): see the JSON.".formatted(plain.length());
  }

  /** Blanks before it do not keep every program from reading a formula. */
  private static char firstVisible(String text) {
    String unchanged = text.stripLeading();
    char first = text.charAt(0);
    return first == '\t' || first == '\r' ? first : unchanged.charAt(0);
  }
}
