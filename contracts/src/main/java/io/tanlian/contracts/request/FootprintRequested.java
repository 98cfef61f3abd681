package io.tanlian.contracts.request;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operator records that it took a request for footprints (PACT {@code RequestCreatedEvent}).
 *
 * <p>All of it is concealed: who asks whom for what is nobody else's business. What everyone can
 * see is that a request came, when, and, by the {@link RequestAnswered} that refers to it, that it
 * was answered once.
 *
 * @param request null where it is concealed from the reader
 */
public record FootprintRequested(@Nullable RequestDetails request) {

  /** The one statement that records a request, however often its event comes. */
  public static StatementId idOf(RequestDetails request) {
    return StatementId.derivedFrom(
        "FootprintRequested", request.requester().value(), request.eventId());
  }

  public static FootprintRequested read(Fields in) {
    return new FootprintRequested(in.object("request", RequestDetails::readIfShown).orElse(null));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .object(
            "request", request == null ? JsonNodeFactory.instance.objectNode() : request.toJson())
        .toJson();
  }
}
