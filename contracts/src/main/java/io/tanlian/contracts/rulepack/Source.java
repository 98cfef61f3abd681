package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where thresholds come from.
 *
 * @param title of the law or standard
 * @param published its date, or as much of it as is known: {@code 2023-07-12}, {@code 2025}
 */
public record Source(String title, String published) {
  static Source read(Fields in) {
    return new Source(in.text("title"), in.text("published"));
  }

  ObjectNode toJson() {
    return new ObjectWriter().value("title", title).value("published", published).toJson();
  }
}
