package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_WITHHELD;

import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.List;

/**
 * What moves material conceals nothing, nor does anything else but a declaration of a footprint:
 * everybody judges it, and no schema is checked of what is not complete.
 */
final class OpenRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return at.claim() instanceof Claim.Declared || at.read().complete()
        ? List.of()
        : List.of(
            Finding.error(
                DISCLOSURE_WITHHELD,
                Case.SUBJECT,
                "A %s conceals something here".formatted(at.statement().type().wireName()),
                "Sign it without _sd: only footprints and their inputs can be withheld."));
  }
}
