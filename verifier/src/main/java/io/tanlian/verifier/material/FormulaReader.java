package io.tanlian.verifier.material;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Reads one formula without water of crystallisation, from left to right. */
final class FormulaReader {
  private static final int DEPTH_MAX = 8;

  private final String formula;
  private int at;

  FormulaReader(String formula) {
    this.formula = formula;
  }

  Map<String, BigDecimal> atoms() {
    Map<String, BigDecimal> atoms = group(0);
    if (at < formula.length()) {
      throw misfit("an element or a count belongs here");
    }
    return atoms;
  }

  private Map<String, BigDecimal> group(int depth) {
    if (depth > DEPTH_MAX) {
      throw misfit("the parentheses are too deep");
    }
    Map<String, BigDecimal> atoms = new TreeMap<>();
    while (at < formula.length() && formula.charAt(at) != ')') {
      if (formula.charAt(at) == '(') {
        at++;
        Map<String, BigDecimal> inner = group(depth + 1);
        if (at == formula.length()) {
          throw misfit("a parenthesis is not closed");
        }
        at++;
        BigDecimal times = count();
        inner.forEach((symbol, n) -> atoms.merge(symbol, n.multiply(times), BigDecimal::add));
      } else {
        String symbol = symbol();
        atoms.merge(symbol, count(), BigDecimal::add);
      }
    }
    if (atoms.isEmpty()) {
      throw misfit("an element is missing");
    }
    return atoms;
  }

  private String symbol() {
    for (int length = 2; length >= 1; length--) {
      int end = at + length;
      if (end <= formula.length()) {
        String symbol = formula.substring(at, end);
        if (AtomicMasses.of(symbol).isPresent()) {
          at = end;
          return symbol;
        }
      }
    }
    throw misfit("there is no such element");
  }

  private BigDecimal count() {
    int begin = at;
    while (at < formula.length() && isOfCount(formula.charAt(at))) {
      at++;
    }
    if (at == begin) {
      return BigDecimal.ONE;
    }
    try {
      BigDecimal count = new BigDecimal(formula.substring(begin, at));
      if (count.signum() > 0) {
        return count;
      }
    } catch (NumberFormatException _) {
      // Said below, with the place.
    }
    at = begin;
    throw misfit("a count is a number above zero");
  }

  private static boolean isOfCount(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private IllegalArgumentException misfit(String why) {
    return new IllegalArgumentException(
        "%s at character %d of the formula %s".formatted(why, at + 1, formula));
  }
}
