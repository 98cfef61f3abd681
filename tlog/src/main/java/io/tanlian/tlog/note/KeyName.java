package io.tanlian.tlog.note;

import io.tanlian.tlog.MalformedException;

/** The rules for the names of keys (C2SP signed-note). */
final class KeyName {
  static final int CHARS_MAX = 255;

  private KeyName() {}

  static String require(String name) {
    if (name.isEmpty() || name.length() > CHARS_MAX) {
      throw new MalformedException("a key name has 1 to " + CHARS_MAX + " characters");
    }
    if (name.codePoints().anyMatch(KeyName::isForbidden)) {
      throw new MalformedException(
          "a key name must not hold spaces, control characters, lone surrogates or plus signs");
    }
    return name;
  }

  private static boolean isForbidden(int c) {
    return c == '+'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE;
  }
}
