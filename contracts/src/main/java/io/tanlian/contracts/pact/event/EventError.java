package io.tanlian.contracts.pact.event;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/** Why a request was rejected: a code of PACT, such as {@code NotFound}, and a sentence. */
public record EventError(String code, String message) {

  public static EventError read(Fields in) {
    EventError error = new EventError(in.text("code"), in.text("message"));
    in.leaveRest();
    return error;
  }

  public ObjectNode toJson() {
    return new ObjectWriter().value("code", code).value("message", message).toJson();
  }
}
