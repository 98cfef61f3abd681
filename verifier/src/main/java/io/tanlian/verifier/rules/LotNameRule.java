package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_LOT_TAKEN;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A company recovers a lot of a plant once: the same recovery, signed anew under another id, would
 * double the material. A lot that was corrected away keeps its name, for the entry of the
 * correction does not say which lots it undoes.
 */
final class LotNameRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Recovered(RecoveryDeclaration recovery))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < recovery.recovered().size(); i++) {
      Batch batch = recovery.recovered().get(i);
      String pointer = "%s/recovered/%d/lot".formatted(Case.SUBJECT, i);
      at.state()
          .recoveredLot(at.issuer(), recovery.plant(), batch.lot())
          .ifPresent(known ->
              findings.add(
                  Finding.error(
                      MATERIAL_LOT_TAKEN,
                      pointer,
                      "%s recovered a lot %s at %s at index %d already"
                          .formatted(at.issuer(), batch.lot(), recovery.plant(), known.index()),
                      "Declare a lot once; give another lot, or what replaces a corrected one, a"
                          + " name of its own.")));
    }
    return findings;
  }
}
