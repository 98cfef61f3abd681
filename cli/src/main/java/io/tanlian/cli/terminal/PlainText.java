package io.tanlian.cli.terminal;

import java.util.stream.Collectors;

/** Text from elsewhere, made safe to show: it cannot move the cursor, colour or hide anything. */
final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  static String of(String text) {
    return text.codePoints()
        .map(point -> point != '\n' && isUnsafe(point) ? REPLACEMENT : point)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
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
