package io.tanlian.exchange.pact.filter;

import java.time.Instant;
import java.util.List;

/** What a filter says. */
public sealed interface FilterExpression {

  /** All have to hold; none where the filter is empty. */
  record And(List<FilterExpression> terms) implements FilterExpression {
    public And {
      terms = List.copyOf(terms);
    }
  }

  /** A time lies before, at or after another. */
  record TimeIs(Property property, Operator operator, Instant time) implements FilterExpression {}

  /** A text is another, in the same case. */
  record TextIs(Property property, String text) implements FilterExpression {}

  /** One of several names is this one, in any case, as PACT matches names. */
  record AnyIs(Property property, String name) implements FilterExpression {}
}
