package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_UNKNOWN;

import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.ArrayList;
import java.util.List;

/** A footprint replaces only earlier footprints of its own issuer. */
final class PrecedingFootprintsRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Declared(var declaration))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<FootprintId> preceding = declaration.footprint().precedingPfIds();
    for (int i = 0; i < preceding.size(); i++) {
      String pointer = "%s/precedingPfIds/%d".formatted(Case.FOOTPRINT, i);
      FootprintId id = preceding.get(i);
      if (id.uuid().equals(declaration.footprint().id().uuid())) {
        findings.add(References.notEarlier(pointer));
      } else {
        findings.addAll(judge(at, id, pointer));
      }
    }
    return findings;
  }

  private static List<Finding> judge(Case at, FootprintId id, String pointer) {
    return at.state()
        .footprint(id)
        .map(known -> References.requireOwn(at, known, pointer))
        .orElseGet(() ->
            List.of(
                Finding.error(
                    REFERENCE_UNKNOWN,
                    pointer,
                    "Footprint %s is not on this ledger at an earlier index".formatted(id),
                    "Name footprints that were declared here before.")));
  }
}
