package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_EXEMPTIONS_EXCEEDED;
import static io.tanlian.footprint.consistency.ExemptionCheck.exemptedPercentMaxV3;

import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.consistency.ExemptionCheck;
import io.tanlian.verifier.Finding;
import java.util.List;

/** At most 3 % of a footprint is left out (PACT Methodology v3, 3.3.1.2). */
final class ExemptionRule implements DeclarationRule {
  private static final String POINTER = Case.PCF + "/exemptedEmissionsPercent";

  @Override
  public List<Finding> judge(Case at, Activity activity) {
    if (activity.declared().exemptedPercent().isEmpty()
        && at.read().withheldParts().contains(GrantedPart.FIGURES)) {
      return List.of(Withheld.at(POINTER));
    }
    return ExemptionCheck.excess(activity.declared(), exemptedPercentMaxV3)
        .map(percent ->
            Finding.warning(
                FOOTPRINT_EXEMPTIONS_EXCEEDED,
                POINTER,
                "%s %% of the footprint is exempted, %s %% may be"
                    .formatted(percent.toPlainString(), exemptedPercentMaxV3),
                "Account for more of the emissions."))
        .map(List::of)
        .orElse(List.of());
  }
}
