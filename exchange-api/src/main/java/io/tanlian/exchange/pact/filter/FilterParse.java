package io.tanlian.exchange.pact.filter;

/** What came of reading a filter. */
public sealed interface FilterParse {
  /** Longest filter that is read. */
  int CHARS_MAX = 4_000;

  /** Deepest parentheses. */
  int DEPTH_MAX = 20;

  /** Most comparisons. */
  int COMPARISONS_MAX = 50;

  /** It is understood. */
  record Parsed(FilterExpression expression) implements FilterParse {}

  /** It is not; the words say what and where. */
  record Refused(String words) implements FilterParse {}

  /** Reads a filter; an empty one asks nothing. */
  static FilterParse of(String filter) {
    try {
      if (filter.length() > CHARS_MAX) {
        throw new Misfit(CHARS_MAX + 1, "a filter has at most " + CHARS_MAX + " characters.");
      }
      return new Parsed(new FilterParser(Tokenizer.tokens(filter)).filter());
    } catch (Misfit misfit) {
      return new Refused(misfit.words());
    }
  }
}
