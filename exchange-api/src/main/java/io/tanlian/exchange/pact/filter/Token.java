package io.tanlian.exchange.pact.filter;

/**
 * A word of a filter.
 *
 * @param text as it means: of a quoted text without its quotes
 * @param position of its first character, counted from 1
 */
record Token(Kind kind, String text, int position) {

  /** What a token is. */
  enum Kind {
    /** A name, keyword or path: {@code pcf/geographyCountry}. */
    NAME,
    /** A text in single quotes, doubled within. */
    QUOTED,
    /** A time or number without quotes. */
    BARE,
    OPEN,
    CLOSE,
    COLON,
    END
  }

  boolean is(String keyword) {
    return kind == Kind.NAME && text.equals(keyword);
  }

  /** How a message calls it. */
  String words() {
    return switch (kind) {
      case END -> "the end";
      case QUOTED -> "the text '" + text + "'";
      case NAME, BARE, OPEN, CLOSE, COLON -> "\"" + text + "\"";
    };
  }
}
