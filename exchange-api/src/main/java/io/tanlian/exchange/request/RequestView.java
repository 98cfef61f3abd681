package io.tanlian.exchange.request;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.request.RequestOutcome;
import java.time.Instant;
import java.util.List;

/**
 * A request as its owner or its requester sees it.
 *
 * @param request the id of its statement
 * @param index of its entry
 * @param criteria the event's {@code data}, as it was sent
 * @param state pending, fulfilled or rejected
 */
record RequestView(
    String request,
    long index,
    String requester,
    String version,
    String eventId,
    @JsonRawValue @Schema(implementation = Object.class) String criteria,
    Instant requestedAt,
    String state) {

  static RequestView of(StoredRequest stored) {
    return new RequestView(
        stored.id().value(),
        stored.position(),
        stored.details().requester().value(),
        stored.details().version().wireName(),
        stored.details().eventId(),
        StrictJson.format(stored.details().criteria()),
        stored.requestedAt(),
        stored.outcome().map(RequestOutcome::wireName).orElse("pending"));
  }

  /**
   * One page of requests.
   *
   * @param next what to ask for after this page: {@code after}; null where it is the last
   */
  record RequestPage(List<RequestView> requests, @org.jspecify.annotations.Nullable Long next) {}
}
