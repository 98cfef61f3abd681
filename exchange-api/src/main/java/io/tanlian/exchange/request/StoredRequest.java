package io.tanlian.exchange.request;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.event.RequestCriteria;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.request.RequestOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A request on the ledger.
 *
 * @param id of its statement
 * @param position of its entry
 * @param outcome empty while it waits
 */
record StoredRequest(
    StatementId id,
    long position,
    RequestDetails details,
    Instant requestedAt,
    Optional<RequestOutcome> outcome) {

  boolean isPending() {
    return outcome.isEmpty();
  }

  StoredRequest answered(RequestOutcome with) {
    return new StoredRequest(id, position, details, requestedAt, Optional.of(with));
  }

  /** What it asks for; what was taken could be read. */
  FootprintCriteria criteria() {
    return switch (RequestCriteria.of(details.version(), details.criteria())) {
      case Outcome.Accepted<FootprintCriteria>(FootprintCriteria criteria) -> criteria;
      case Outcome.Refused<FootprintCriteria>(var problems) ->
          throw new IllegalStateException(
              id.value() + " was taken and cannot be read: " + problems.getFirst().detail());
    };
  }
}
