package io.tanlian.exchange.pact.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A comparison of OData. */
enum Operator {
  EQ("="),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">=");

  private final String sql;

  Operator(String sql) {
    this.sql = sql;
  }

  static Optional<Operator> ofKeyword(String keyword) {
    return Arrays.stream(values())
        .filter(operator -> operator.keyword().equals(keyword))
        .findFirst();
  }

  String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sql() {
    return sql;
  }
}
