package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_INPUTS_MISMATCH;
import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_NOT_COMPARABLE;

import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.consistency.Difference;
import io.tanlian.footprint.consistency.Recalculation;
import io.tanlian.verifier.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

/**
 * The declared footprint is what its inputs and direct emissions give: PCF = (sum of inputs'
 * burdens + direct emissions) / output, with the figures the declaration names.
 */
final class InputsRule implements DeclarationRule {
  /** Relative; suppliers round figures and amounts. */
  static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  private static final MathContext SHOWN = new MathContext(6);

  @Override
  public List<Finding> judge(Case at, Activity activity) {
    Set<GrantedPart> withheld = at.read().withheldParts();
    if (!withheld.isEmpty()) {
      return withheld.stream().sorted().map(InputsRule::pointer).map(Withheld::at).toList();
    }
    if (activity.recipe().isEmpty()) {
      return List.of();
    }
    if (suppliersWithhold(at)) {
      return List.of(Withheld.at(Case.INPUTS));
    }
    return switch (Recalculation.of(activity, DeclarationRule.network(at))) {
      case Recalculation.Compared compared ->
          compared.mismatches(TOLERANCE).stream().map(InputsRule::mismatch).toList();
      case Recalculation.NotComparable(List<String> reasons) ->
          List.of(
              Finding.info(
                  FOOTPRINT_NOT_COMPARABLE,
                  Case.INPUTS,
                  "The footprint cannot be compared with its inputs: " + String.join("; ", reasons),
                  "Name the supplier's statement or an emission factor for every input."));
    };
  }

  private static boolean suppliersWithhold(Case at) {
    return DeclarationRule.suppliers(at).stream()
        .filter(supplier -> supplier.statement().claim() instanceof Claim.Declared)
        .anyMatch(supplier -> supplier.withheld().contains(GrantedPart.FIGURES));
  }

  private static String pointer(GrantedPart part) {
    return switch (part) {
      case FIGURES -> Case.PCF;
      case INPUTS -> Case.INPUTS;
      case DIRECT_EMISSIONS -> Case.SUBJECT + "/directEmissions";
    };
  }

  private static Finding mismatch(Difference difference) {
    return Finding.warning(
        FOOTPRINT_INPUTS_MISMATCH,
        Case.PCF + "/" + difference.field(),
        "%s is %s, inputs and direct emissions give %s"
            .formatted(
                difference.field(),
                difference.declared().toPlainString(),
                difference.expected().round(SHOWN).toPlainString()),
        "Correct the figure, or an amount, output or emission it follows from.");
  }
}
