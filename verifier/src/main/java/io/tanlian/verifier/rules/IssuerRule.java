package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.PARTICIPANT_UNKNOWN;

import io.tanlian.verifier.Finding;
import java.util.List;

/** The issuer was admitted earlier. */
final class IssuerRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    boolean admitsItself = at.context().index() == GenesisRule.OPERATOR_INDEX;
    return admitsItself || at.state().participant(at.issuer()).isPresent()
        ? List.of()
        : List.of(
            Finding.error(
                PARTICIPANT_UNKNOWN,
                "/issuer",
                "%s is not a participant".formatted(at.issuer().value()),
                "Ask the operator to admit the issuer first."));
  }
}
