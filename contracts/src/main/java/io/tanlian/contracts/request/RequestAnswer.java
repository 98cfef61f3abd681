package io.tanlian.contracts.request;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.event.EventError;
import io.tanlian.contracts.pact.v3.FootprintId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request was answered with: footprints, or a reason why there are none.
 *
 * @param answeredBy the owner who answered; null where the service did, by what is granted
 * @param footprints none where the request is rejected
 * @param error null where the request is fulfilled
 */
public record RequestAnswer(
    @Nullable ParticipantId answeredBy, List<FootprintId> footprints, @Nullable EventError error) {
  public RequestAnswer {
    if (footprints.isEmpty() == (error == null)) {
      throw new IllegalArgumentException(
          "a request is answered with footprints or with an error, one of both");
    }
    footprints = List.copyOf(footprints);
  }

  /** The answer, or nothing where it is concealed from the reader. */
  static Optional<RequestAnswer> readIfShown(Fields in) {
    return in.remainingNames().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RequestAnswer(
                in.valueOrNull("answeredBy", ParticipantId::parse),
                in.values("footprints", FootprintId::new),
                in.objectOrNull("error", EventError::read)));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("answeredBy", answeredBy)
        .listUnlessEmpty("footprints", footprints)
        .object("error", error == null ? null : error.toJson())
        .toJson();
  }
}
