package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_PARTS_MISMATCH;

import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.consistency.PartsCheck;
import io.tanlian.verifier.Finding;
import java.math.BigDecimal;
import java.util.List;

/** The declared totals are the sums of the declared parts (PACT data model v3). */
final class PartsRule implements DeclarationRule {
  /** Relative; suppliers round each part. */
  static final BigDecimal TOLERANCE = new BigDecimal("0.001");

  @Override
  public List<Finding> judge(Case at, Activity activity) {
    if (at.read().withheldParts().contains(GrantedPart.FIGURES)) {
      return List.of(Withheld.at(Case.PCF));
    }
    return PartsCheck.of(activity.declared()).mismatches(TOLERANCE).stream()
        .map(difference ->
            Finding.warning(
                FOOTPRINT_PARTS_MISMATCH,
                Case.PCF + "/" + difference.field(),
                "%s is %s, its parts add up to %s"
                    .formatted(
                        difference.field(),
                        difference.declared().toPlainString(),
                        difference.expected().toPlainString()),
                "Correct the total or its parts; a part left out counts as 0."))
        .toList();
  }
}
