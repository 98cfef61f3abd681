package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.RULE_PACK_VERSION_TAKEN;

import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.List;

/** A version of a rule pack is published once, so that a result names one set of thresholds. */
final class RulePackRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Published(var publication))) {
      return List.of();
    }
    RulePack pack = publication.pack();
    return at.state()
        .rulePack(pack.id(), pack.version())
        .map(known ->
            Finding.error(
                RULE_PACK_VERSION_TAKEN,
                Case.SUBJECT + "/pack/version",
                "%s version %s stands at index %d"
                    .formatted(pack.id(), pack.version(), known.index()),
                "Give a changed pack a version of its own."))
        .map(List::of)
        .orElse(List.of());
  }
}
