package io.tanlian.exchange.request;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.request.RequestAnswer;
import io.tanlian.contracts.request.RequestAnswered;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.statement.AdmissionOutcome;
import io.tanlian.exchange.statement.OperatorStatements;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts answers on the ledger, which takes one for each request, from whichever node. */
@Component
final class Answers {
  private final OperatorStatements operator;

  Answers(OperatorStatements operator) {
    this.operator = operator;
  }

  /** Records an answer; the objection if it is not recorded, an earlier answer among them. */
  Optional<Problem> record(StatementId request, RequestAnswer answer) {
    return switch (operator.post(
        RequestAnswered.idFor(request), new Claim.Answered(RequestAnswered.of(request, answer)))) {
      case AdmissionOutcome.Recorded _ -> Optional.empty();
      case AdmissionOutcome.Busy(Problem problem, long _) -> Optional.of(problem);
      case AdmissionOutcome.Refused(List<Problem> problems) -> Optional.of(problems.getFirst());
    };
  }

  /** Whether the objection is that the request has its answer. */
  static boolean isAnswered(Problem objection) {
    return objection.code() == ProblemCode.STATEMENT_ID_CONFLICT;
  }
}
