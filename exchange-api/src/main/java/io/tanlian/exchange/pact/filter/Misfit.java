package io.tanlian.exchange.pact.filter;

/** Ends a parse with what is wrong and where; never leaves this package. */
final class Misfit extends Exception {
  private static final long serialVersionUID = 1L;

  Misfit(int position, String words) {
    super("$filter, character %d: %s".formatted(position, words), null, false, false);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
