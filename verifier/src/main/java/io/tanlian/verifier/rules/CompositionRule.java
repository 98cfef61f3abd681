package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_COMPOSITION_MISMATCH;
import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_FORMULA_UNKNOWN;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.material.Composition;
import io.tanlian.verifier.material.Compound;
import io.tanlian.verifier.stock.Movement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The metals in a batch are what its compound holds: a hydrate weighs more than the dry salt. */
final class CompositionRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    List<Batch> batches = Movement.of(at.statement()).map(Movement::brings).orElseGet(List::of);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      findings.addAll(judge(batches.get(i), Case.SUBJECT + pointer(at.claim(), i)));
    }
    return findings;
  }

  private static String pointer(Claim claim, int i) {
    return switch (claim) {
      case Claim.Recovered _ -> "/recovered/" + i;
      case Claim.Processed _ -> "/batches/" + i;
      default -> "/batch";
    };
  }

  private static List<Finding> judge(Batch lot, String pointer) {
    String formula = lot.compound();
    if (formula == null) {
      return List.of();
    }
    Compound compound;
    try {
      compound = Compound.parse(formula);
    } catch (IllegalArgumentException misfit) {
      return List.of(
          Finding.error(
              MATERIAL_FORMULA_UNKNOWN,
              pointer + "/compound",
              String.valueOf(misfit.getMessage()),
              "Write a formula such as NiSO4.6H2O or Ni0.8Co0.1Mn0.1(OH)2."));
    }
    Composition composition = new Composition(lot.mass(), lot.purity(), compound);
    Map<Material, BigDecimal> declared =
        lot.contents().stream()
            .collect(
                Collectors.toMap(Content::material, Content::mass, BigDecimal::add, TreeMap::new));
    List<Finding> findings = new ArrayList<>();
    declared.forEach((material, mass) ->
        composition
            .misfit(material, mass)
            .ifPresent(detail ->
                findings.add(
                    Finding.error(
                        MATERIAL_COMPOSITION_MISMATCH,
                        pointer + "/contents",
                        detail,
                        "Correct the content, the lot's mass, its purity or the compound; name the water of a hydrate."))));
    return findings;
  }
}
