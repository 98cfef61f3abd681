package io.tanlian.contracts.request;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.PactVersion;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who asks for which footprints.
 *
 * @param requester the participant whose client sent the event
 * @param version of PACT, in which the answer is expected
 * @param eventId of the event, unchanged; with the requester it names one request
 * @param source of the event, unchanged: where the answer goes
 * @param criteria the event's {@code data}, unchanged
 */
public record RequestDetails(
    ParticipantId requester,
    PactVersion version,
    String eventId,
    String source,
    ObjectNode criteria) {

  /** The details, or nothing where they are concealed from the reader. */
  static Optional<RequestDetails> readIfShown(Fields in) {
    return in.remainingNames().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RequestDetails(
                in.value("requester", ParticipantId::parse),
                in.value("version", PactVersion::parse),
                in.text("eventId"),
                in.text("source"),
                in.rawObject("criteria")));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("requester", requester)
        .value("version", version.wireName())
        .value("eventId", eventId)
        .value("source", source)
        .object("criteria", criteria)
        .toJson();
  }
}
