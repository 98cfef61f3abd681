package io.tanlian.contracts.pact.v2;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.DateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the data owner says about an assurance of the footprint.
 *
 * @param assured whether there was one at all ({@code assurance})
 */
public record Assurance(
    boolean assured,
    @Nullable String coverage,
    @Nullable String level,
    @Nullable String boundary,
    String providerName,
    @Nullable DateTime completedAt,
    @Nullable String standardName,
    @Nullable String comments) {

  static Assurance read(Fields in) {
    return new Assurance(
        in.flag("assurance"),
        in.textOrNull("coverage"),
        in.textOrNull("level"),
        in.textOrNull("boundary"),
        in.text("providerName"),
        in.valueOrNull("completedAt", DateTime::new),
        in.textOrNull("standardName"),
        in.textOrNull("comments"));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .flag("assurance", assured)
        .value("coverage", coverage)
        .value("level", level)
        .value("boundary", boundary)
        .value("providerName", providerName)
        .value("completedAt", completedAt)
        .value("standardName", standardName)
        .value("comments", comments)
        .toJson();
  }
}
