package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_WRONG_AUDIENCE;

import io.tanlian.verifier.Finding;
import java.util.List;

/** A statement is meant for this ledger, so that no other's can be replayed here. */
final class AudienceRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    String origin = at.context().origin();
    return at.statement().audience().equals(origin)
        ? List.of()
        : List.of(
            Finding.error(
                STATEMENT_WRONG_AUDIENCE,
                "/aud",
                "aud is %s, this ledger is %s".formatted(at.statement().audience(), origin),
                "Sign the statement for this ledger: set aud to its origin."));
  }
}
