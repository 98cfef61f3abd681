package io.tanlian.contracts.identifier;

/** The beginning of a refused value, short and printable enough for an error message. */
final class Excerpt {
  private static final int CHARS_MAX = 64;

  private Excerpt() {}

  static String of(String value) {
    String printable = value.replaceAll("[^\\p{Graph} ]", "?");
    return printable.length() <= CHARS_MAX
        ? "\"" + printable + "\""
        : "\"" + printable.substring(0, CHARS_MAX) + "…\" (" + value.length() + " characters)";
  }
}
