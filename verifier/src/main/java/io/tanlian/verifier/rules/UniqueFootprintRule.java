package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_ID_CONFLICT;

import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.List;

/** A footprint's id is declared once; a corrected footprint has a new one (PACT v3). */
final class UniqueFootprintRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Declared(var declaration))) {
      return List.of();
    }
    FootprintId id = declaration.footprint().id();
    return at.state()
        .footprint(id)
        .map(known ->
            Finding.error(
                FOOTPRINT_ID_CONFLICT,
                Case.FOOTPRINT + "/id",
                "Footprint %s was declared at index %d".formatted(id, known.index()),
                "Give the new footprint a new id, and name the old one in precedingPfIds."))
        .map(List::of)
        .orElse(List.of());
  }
}
