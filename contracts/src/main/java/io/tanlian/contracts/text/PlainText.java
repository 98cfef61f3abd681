package io.tanlian.contracts.text;

import java.util.stream.Collectors;

/** Text from elsewhere, made safe to show: it cannot move the cursor, colour or hide anything. */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /** The same text, each control and format character but the newline replaced by U+FFFD. */
  public static String of(String text) {
    return text.codePoints()
        .map(point -> point != '\n' && isUnsafe(point) ? REPLACEMENT : point)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** The same, on one line: newlines are replaced too. */
  public static String line(String text) {
    return of(text).replace('\n', (char) REPLACEMENT);
  }

  private static boolean isUnsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
