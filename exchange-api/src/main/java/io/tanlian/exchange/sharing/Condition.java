package io.tanlian.exchange.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a listed declaration {@code d} must be, in SQL with named parameters, so that nothing a
 * caller wrote is ever part of the SQL.
 *
 * @param sql a boolean expression
 * @param parameters the values of the names in it
 * @param narrow whether an index leads to the few that meet it
 */
public record Condition(String sql, Map<String, Object> parameters, boolean narrow) {
  /** Everything is listed. */
  public static final Condition NONE = new Condition("TRUE", Map.of(), false);

  public Condition {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Gathers terms that all have to hold. */
  public static final class Builder {
    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private boolean narrow;

    /** Adds a term with {@code %s} where the parameter of this value goes. */
    public Builder and(String term, Object value) {
      String name = "condition" + parameters.size();
      parameters.put(name, value);
      terms.add(term.formatted(":" + name));
      return this;
    }

    /** Adds a term that few declarations meet, and that has an index. */
    public Builder andNarrow(String term, Object value) {
      narrow = true;
      return and(term, value);
    }

    /** All terms together. */
    public Condition build() {
      return terms.isEmpty()
          ? NONE
          : new Condition(String.join(" AND ", terms), parameters, narrow);
    }
  }
}
