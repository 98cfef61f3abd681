package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_WITHHELD;

import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.List;

/**
 * What moves material or energy certificates conceals nothing: everybody judges it, and no schema
 * is checked of what is not complete. Footprints, and requests for them with their answers, are the
 * only ones that do.
 */
final class OpenRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    boolean mayConceal =
        switch (at.claim()) {
          case Claim.Declared _, Claim.Requested _, Claim.Answered _ -> true;
          default -> false;
        };
    return mayConceal || at.read().complete()
        ? List.of()
        : List.of(
            Finding.error(
                DISCLOSURE_WITHHELD,
                Case.SUBJECT,
                "A %s conceals something here".formatted(at.statement().type().wireName()),
                "Sign it without _sd: only footprints, and requests for them, withhold parts."));
  }
}
