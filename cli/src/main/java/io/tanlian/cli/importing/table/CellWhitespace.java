package io.tanlian.cli.importing.table;

/** Blanks that nobody sees at the ends of a cell. */
final class CellWhitespace {
  private static final char NO_BREAK_SPACE = '\u00A0';

  private CellWhitespace() {}

  /** The text without blanks at its ends, no-break spaces from web pages included. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == NO_BREAK_SPACE || Character.isWhitespace(c);
  }
}
