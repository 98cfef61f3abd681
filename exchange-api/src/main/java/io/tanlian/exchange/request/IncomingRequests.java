package io.tanlian.exchange.request;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.event.RequestCriteria;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.request.FootprintRequested;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.connection.Callback;
import io.tanlian.exchange.connection.Connections;
import io.tanlian.exchange.statement.AdmissionOutcome;
import io.tanlian.exchange.statement.OperatorStatements;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Puts requests on the ledger, each once, however often its event comes. */
@Component
final class IncomingRequests {
  private final Ledger ledger;
  private final RecordedStatements recorded;
  private final OperatorStatements operator;
  private final Connections connections;

  IncomingRequests(
      Ledger ledger,
      RecordedStatements recorded,
      OperatorStatements operator,
      Connections connections) {
    this.connections = connections;
    this.ledger = ledger;
    this.recorded = recorded;
    this.operator = operator;
  }

  /** Records the request; the objection if it is not recorded. */
  Optional<Problem> take(RequestDetails request) {
    if (RequestCriteria.of(request.version(), request.criteria())
        instanceof Outcome.Refused<FootprintCriteria>(var problems)) {
      return Optional.of(problems.getFirst().under("/data"));
    }
    if (connections.allowedFor(request.requester(), request.source())
        instanceof Callback.NotAllowed(String words)) {
      return Optional.of(
          new Problem(ProblemCode.REQUEST_INVALID, "/source", words, "Then send the event again."));
    }
    StatementId id = FootprintRequested.idOf(request);
    OptionalLong recordedAt = ledger.indexOf(id.uuid());
    if (recordedAt.isPresent()) {
      return unlessSame(recordedAt.getAsLong(), request);
    }
    return switch (operator.post(id, new Claim.Requested(new FootprintRequested(request)))) {
      case AdmissionOutcome.Recorded _ -> Optional.empty();
      case AdmissionOutcome.Busy(Problem problem, long _) -> Optional.of(problem);
      // The same event may have come twice at once.
      case AdmissionOutcome.Refused(var problems) -> {
        OptionalLong meanwhile = ledger.indexOf(id.uuid());
        yield meanwhile.isPresent()
            ? unlessSame(meanwhile.getAsLong(), request)
            : Optional.of(problems.getFirst());
      }
    };
  }

  /** That another request came with this event's id, if one did. */
  private Optional<Problem> unlessSame(long index, RequestDetails request) {
    Claim claim = recorded.kept(ledger.entry(index).orElseThrow()).statement().claim();
    boolean same =
        claim instanceof Claim.Requested(FootprintRequested(var stored))
            && (stored == null || stored.equals(request));
    return same
        ? Optional.empty()
        : Optional.of(
            new Problem(
                ProblemCode.REQUEST_INVALID,
                "/id",
                "Another request came with this event's id.",
                "Give every event an id of its own, and repeat an event unchanged."));
  }
}
