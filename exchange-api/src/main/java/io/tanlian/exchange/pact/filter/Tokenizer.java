package io.tanlian.exchange.pact.filter;

import io.tanlian.exchange.pact.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into tokens. */
final class Tokenizer {
  private final String filter;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String filter) {
    this.filter = filter;
  }

  /** All tokens, the last of them the end. */
  static List<Token> tokens(String filter) throws Misfit {
    return new Tokenizer(filter).run();
  }

  private List<Token> run() throws Misfit {
    while (at < filter.length()) {
      char first = filter.charAt(at);
      switch (first) {
        case ' ', '\t' -> at++;
        case '(' -> sign(Kind.OPEN);
        case ')' -> sign(Kind.CLOSE);
        case ':' -> sign(Kind.COLON);
        case '\'' -> quoted();
        default -> word(first);
      }
    }
    tokens.add(new Token(Kind.END, "", filter.length() + 1));
    return tokens;
  }

  private void sign(Kind kind) {
    tokens.add(new Token(kind, filter.substring(at, at + 1), at + 1));
    at++;
  }

  private void quoted() throws Misfit {
    int start = at;
    StringBuilder text = new StringBuilder();
    for (at++; at < filter.length(); at++) {
      char next = filter.charAt(at);
      if (next != '\'') {
        text.append(next);
      } else if (at + 1 < filter.length() && filter.charAt(at + 1) == '\'') {
        text.append(next);
        at++;
      } else {
        at++;
        tokens.add(new Token(Kind.QUOTED, text.toString(), start + 1));
        return;
      }
    }
    throw new Misfit(start + 1, "this text has no closing quote.");
  }

  private void word(char first) throws Misfit {
    int start = at;
    if (isLetter(first)) {
      take("/_");
      tokens.add(new Token(Kind.NAME, filter.substring(start, at), start + 1));
    } else if (isDigit(first) || first == '-') {
      take("-+.:");
      tokens.add(new Token(Kind.BARE, filter.substring(start, at), start + 1));
    } else {
      throw new Misfit(start + 1, "\"%c\" does not belong here.".formatted(first));
    }
  }

  private void take(String besideLettersAndDigits) {
    at++;
    while (at < filter.length()
        && (isLetter(filter.charAt(at))
            || isDigit(filter.charAt(at))
            || besideLettersAndDigits.indexOf(filter.charAt(at)) >= 0)) {
      at++;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
