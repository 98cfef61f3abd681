package io.tanlian.contracts.cbam;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.ObjectWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operator of the installation (annex IV, 1, item 1(a)).
 *
 * @param id who signed the declaration
 * @param name the company's name in the declaration
 */
public record Operator(ParticipantId id, String name, @Nullable String contact) {
  ObjectNode toJson() {
    return new ObjectWriter()
        .value("id", id.value())
        .value("name", name)
        .value("contact", contact)
        .toJson();
  }
}
