package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.KEY_ALREADY_ENROLLED;

import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.List;

/** A key is enrolled once: it never comes back, and never changes hands. */
final class UniqueKeyRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return switch (at.claim()) {
      case Claim.Enrolled(var enrolled) -> check(at, enrolled.key());
      case Claim.Rotated(var rotated) -> check(at, rotated.key());
      default -> List.of();
    };
  }

  private static List<Finding> check(Case at, PublicKey key) {
    return at.state()
        .key(key.kid())
        .map(known ->
            Finding.error(
                KEY_ALREADY_ENROLLED,
                Case.SUBJECT + "/key",
                "Key %s was enrolled at index %d".formatted(key.kid(), known.enrolledAt()),
                "Make a new key."))
        .map(List::of)
        .orElse(List.of());
  }
}
