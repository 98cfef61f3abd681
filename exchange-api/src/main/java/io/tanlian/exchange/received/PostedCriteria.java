package io.tanlian.exchange.received;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.exchange.PostedBody;
import io.tanlian.exchange.problem.QueryRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A body with the filter criteria of PACT v3, as a RequestCreatedEvent's {@code data} has them. */
final class PostedCriteria {
  private static final int BODY_BYTES_MAX = 65_536;

  private PostedCriteria() {}

  /**
   * The criteria; none where there is no body.
   *
   * @throws QueryRefused if the body is something else
   */
  static ObjectNode read(HttpServletRequest request) throws IOException {
    byte[] body = PostedBody.read(request.getInputStream(), BODY_BYTES_MAX);
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    return switch (StrictJson.parse(body).then(PostedCriteria::checked)) {
      case Outcome.Accepted<ObjectNode>(ObjectNode criteria) -> criteria;
      case Outcome.Refused<ObjectNode>(List<Problem> problems) ->
          throw QueryRefused.because(problems.getFirst());
    };
  }

  private static Outcome<ObjectNode> checked(JsonNode json) {
    return FootprintCriteria.ofEvent(json).map(_ -> json.asObject());
  }
}
