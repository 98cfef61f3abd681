package io.tanlian.contracts.request;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operator records the one answer to a request. Its id follows from the request, and a ledger
 * has one statement of an id: so nobody is told twice, or told otherwise.
 *
 * @param request the {@link FootprintRequested}
 * @param answer null where it is concealed from the reader
 */
public record RequestAnswered(
    StatementId request, RequestOutcome outcome, @Nullable RequestAnswer answer) {
  public RequestAnswered {
    if (answer != null && (answer.error() == null) != (outcome == RequestOutcome.FULFILLED)) {
      throw new IllegalArgumentException(
          "a fulfilled request has footprints, a rejected one has an error");
    }
  }

  /** The answer of these footprints or this error. */
  public static RequestAnswered of(StatementId request, RequestAnswer answer) {
    return new RequestAnswered(
        request,
        answer.error() == null ? RequestOutcome.FULFILLED : RequestOutcome.REJECTED,
        answer);
  }

  /** The id of the one statement that may answer a request. */
  public static StatementId idFor(StatementId request) {
    return StatementId.derivedFrom("RequestAnswered", request.value());
  }

  public static RequestAnswered read(Fields in) {
    return new RequestAnswered(
        in.value("request", StatementId::parse),
        in.value("outcome", RequestOutcome::parse),
        in.object("answer", RequestAnswer::readIfShown).orElse(null));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("request", request)
        .value("outcome", outcome.wireName())
        .object("answer", answer == null ? JsonNodeFactory.instance.objectNode() : answer.toJson())
        .toJson();
  }
}
