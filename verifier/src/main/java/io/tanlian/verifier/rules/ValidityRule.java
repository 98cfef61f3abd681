package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_OUTLIVES_INPUT;
import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_VALIDITY_EXCEEDED;

import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.consistency.ValidityCheck;
import io.tanlian.verifier.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A footprint is valid within three years of its reference period (PACT Methodology v3, 3.2.3), and
 * not longer than the suppliers' footprints it stands on.
 */
final class ValidityRule implements DeclarationRule {
  private static final String POINTER = Case.FOOTPRINT + "/validityPeriodEnd";

  @Override
  public List<Finding> judge(Case at, Activity activity) {
    ValidityCheck check = ValidityCheck.of(activity, DeclarationRule.network(at));
    List<Finding> findings = new ArrayList<>();
    if (check.isOutsideAllowed()) {
      findings.add(
          Finding.warning(
              FOOTPRINT_VALIDITY_EXCEEDED,
              POINTER,
              "The footprint is valid from %s to %s, it may be from %s to %s"
                  .formatted(
                      check.start(), check.end(), check.allowed().start(), check.allowed().end()),
              "State a window within three years of the end of the reference period."));
    }
    if (at.read().withheldParts().contains(GrantedPart.INPUTS)) {
      findings.add(Withheld.at(Case.INPUTS));
    }
    check
        .endsBefore()
        .ifPresent(expiry ->
            findings.add(
                Finding.warning(
                    FOOTPRINT_OUTLIVES_INPUT,
                    POINTER,
                    "The footprint is valid until %s, its input %s only until %s"
                        .formatted(check.end(), expiry.product().value(), expiry.validUntil()),
                    "End the window with the earliest input, or use a newer statement.")));
    return findings;
  }
}
