package io.tanlian.exchange.received;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.contracts.pact.v3.FootprintCriteria;
import java.net.URLEncoder;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Criteria as the query of {@code GET /3/footprints}, their values as they were written. */
final class CriteriaQuery {
  private CriteriaQuery() {}

  /** Each parameter with an ampersand in front; empty where nothing is asked. */
  static String of(ObjectNode criteria) {
    StringBuilder query = new StringBuilder();
    for (String name : new TreeSet<>(FootprintCriteria.parameterNames())) {
      JsonNode given = criteria.path(name);
      if (given.isArray()) {
        given.valueStream().forEach(value -> add(query, name, value));
      } else {
        add(query, name, given);
      }
    }
    return query.toString();
  }

  private static void add(StringBuilder query, String name, JsonNode value) {
    if (value.isString()) {
      query
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.stringValue(), UTF_8));
    }
  }
}
