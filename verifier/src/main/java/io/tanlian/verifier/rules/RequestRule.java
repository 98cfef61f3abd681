package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_ID_NOT_DERIVED;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.request.FootprintRequested;
import io.tanlian.contracts.request.RequestAnswered;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.KnownStatement;
import java.util.List;
import java.util.Optional;

/**
 * A request is recorded once and answered once: the ids of both statements follow from the request,
 * and an id stands on a ledger once.
 */
final class RequestRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return switch (at.claim()) {
      case Claim.Requested(FootprintRequested(RequestDetails request)) when request != null ->
          requireId(at, FootprintRequested.idOf(request));
      case Claim.Answered(RequestAnswered answered) -> judge(at, answered);
      default -> List.of();
    };
  }

  private static List<Finding> judge(Case at, RequestAnswered answered) {
    String pointer = Case.SUBJECT + "/request";
    Optional<KnownStatement> request = at.state().statement(answered.request());
    if (request.isEmpty()) {
      return List.of(References.missing(at, answered.request(), pointer));
    }
    return request.get().type() == StatementType.FOOTPRINT_REQUESTED
        ? requireId(at, RequestAnswered.idFor(answered.request()))
        : List.of(
            References.wrongType(
                request.get(), StatementType.FOOTPRINT_REQUESTED.wireName(), pointer));
  }

  private static List<Finding> requireId(Case at, StatementId derived) {
    return at.statement().id().equals(derived)
        ? List.of()
        : List.of(
            Finding.error(
                STATEMENT_ID_NOT_DERIVED,
                "/id",
                "The id is not the one that follows from the request",
                "Name the statement %s.".formatted(derived.value())));
  }
}
