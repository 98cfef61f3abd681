package io.tanlian.tlog.encoding;

import io.tanlian.tlog.MalformedException;

/** Whole numbers from 0 to 2^63 - 1 in ASCII digits, where each number has exactly one spelling. */
public final class StrictDecimal {
  private static final int DIGITS_MAX = 19;

  private StrictDecimal() {}

  /**
   * The number these digits spell.
   *
   * @throws MalformedException if there is a sign, a space, a leading zero, another digit than 0 to
   *     9, or if it exceeds 2^63 - 1
   */
  public static long parse(String text) {
    boolean digitsOnly = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digitsOnly || text.length() > DIGITS_MAX || (text.length() > 1 && text.startsWith("0"))) {
      throw new MalformedException(
          "a number is 1 to " + DIGITS_MAX + " ASCII digits without sign or leading zero");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new MalformedException("a number is at most " + Long.MAX_VALUE);
    }
  }
}
