package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.KEY_NOT_ISSUERS;
import static io.tanlian.contracts.problem.ProblemCode.KEY_REVOKED;
import static io.tanlian.contracts.problem.ProblemCode.KEY_UNKNOWN;

import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.EnrolledKey;
import java.util.List;
import java.util.Optional;

/** What is rotated or revoked is a key in use; a participant rotates only its own. */
final class EndedKeyRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return switch (at.claim()) {
      case Claim.Rotated(var rotated) -> {
        String pointer = Case.SUBJECT + "/replaces";
        boolean foreign =
            at.state()
                .key(rotated.replaces())
                .filter(key -> !key.owner().equals(at.issuer()))
                .isPresent();
        yield foreign
            ? List.of(
                Finding.error(
                    KEY_NOT_ISSUERS,
                    pointer,
                    "Key %s belongs to another participant".formatted(rotated.replaces()),
                    "Replace a key of the issuer."))
            : inUse(at, rotated.replaces(), pointer);
      }
      case Claim.Revoked(var revoked) -> inUse(at, revoked.kid(), Case.SUBJECT + "/key");
      default -> List.of();
    };
  }

  private static List<Finding> inUse(Case at, String kid, String pointer) {
    Optional<EnrolledKey> key = at.state().key(kid);
    if (key.isEmpty()) {
      return List.of(
          Finding.error(
              KEY_UNKNOWN,
              pointer,
              "Key %s is not enrolled".formatted(kid),
              "Name a key that is enrolled on this ledger."));
    }
    return key.get()
        .ended()
        .map(ending ->
            Finding.error(
                KEY_REVOKED,
                pointer,
                "Key %s has not been in use since index %d".formatted(kid, ending.at()),
                "Name a key that is still in use."))
        .map(List::of)
        .orElse(List.of());
  }
}
