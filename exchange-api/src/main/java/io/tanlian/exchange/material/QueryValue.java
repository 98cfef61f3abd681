package io.tanlian.exchange.material;

import io.tanlian.exchange.problem.QueryRefused;
import java.util.function.Function;

/** Reads query parameters. */
final class QueryValue {
  private QueryValue() {}

  /** The parameter's value, or a refusal that names parameter and rule. */
  static <T> T of(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException malformed) {
      throw QueryRefused.invalid(
          "%s: %s.".formatted(name, malformed.getMessage()), "Correct the parameter " + name + ".");
    }
  }
}
