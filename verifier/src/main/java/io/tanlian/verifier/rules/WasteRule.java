package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_NOT_RECOVERED;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waste stays waste until a recovery has made material of it: handing it over, processing it or
 * giving it a second life recovers nothing, and no recycled content can be claimed from it. And
 * what is material is not recovered again.
 */
final class WasteRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (at.claim() instanceof Claim.Recovered) {
      return Use.ofOwn(at).stream().flatMap(use -> finished(use).stream()).toList();
    }
    List<Finding> findings = new ArrayList<>();
    boolean claims = at.claim() instanceof Claim.Claimed;
    boolean replacing =
        Movement.of(at.statement()).stream()
            .flatMap(movement -> movement.brings().stream())
            .anyMatch(Batch::replacesPrimary);
    if (at.claim() instanceof Claim.Processed(var processing)
        && processing.use() == ProcessingUse.SECOND_LIFE
        && replacing) {
      findings.add(
          notRecovered(
              Case.SUBJECT + "/batches",
              "A battery in its second life is no recovered material",
              "State replacesPrimary as false; recover the battery when it is spent."));
    } else if (claims || replacing) {
      for (Use use : Use.ofOwn(at)) {
        if (use.stock().filter(stock -> !stock.batch().replacesPrimary()).isPresent()) {
          findings.add(
              notRecovered(
                  use.pointer(),
                  "%s is waste, or still to be recovered from".formatted(use.allocation().batch()),
                  claims
                      ? "Claim from what a recovery made of it."
                      : "State replacesPrimary as false, or recover the material first."));
        }
      }
    }
    return findings;
  }

  /** Material counts as recovered once: what replaces primary material is no waste. */
  private static Optional<Finding> finished(Use use) {
    return use.stock()
        .filter(stock -> stock.batch().replacesPrimary())
        .map(stock ->
            notRecovered(
                use.pointer(),
                "%s replaces primary material already".formatted(use.allocation().batch()),
                "Recover from waste; what was recovered once is processed."));
  }

  private static Finding notRecovered(String pointer, String detail, String remedy) {
    return Finding.error(MATERIAL_NOT_RECOVERED, pointer, detail, remedy);
  }
}
