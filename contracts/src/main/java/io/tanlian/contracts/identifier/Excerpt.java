package io.tanlian.contracts.identifier;

/** The beginning of a refused value, short and printable enough for an error message. */
final class Excerpt {
  private static final int charsMax = 64;

  private Excerpt() {}

  static String of(String value) {
    String printable = value.replaceAll("[^\\p{Graph} ]", "?");
    return printable.length() <= charsMax
        ? "\"" + printable + "\""
        : "\"" + printable.substring(0, charsMax) + "…\" (" + value.length() + " characters)";
  }
}
