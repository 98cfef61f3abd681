package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.KEY_NOT_ISSUERS;
import static io.tanlian.contracts.problem.ProblemCode.KEY_REVOKED;
import static io.tanlian.contracts.problem.ProblemCode.KEY_UNKNOWN;

import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.EnrolledKey;
import java.util.List;
import java.util.Optional;

/** The key named in the header is enrolled, still in use at this index, and the issuer's own. */
final class SigningKeyRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (at.isGenesis()) {
      return List.of();
    }
    String kid = at.read().header().kid();
    Optional<EnrolledKey> known = at.state().key(kid);
    if (known.isEmpty()) {
      return List.of(
          Finding.error(
              KEY_UNKNOWN,
              "",
              "Key %s is not enrolled".formatted(kid),
              "Sign with a key that is enrolled on this ledger."));
    }
    EnrolledKey key = known.get();
    if (!key.owner().equals(at.issuer())) {
      return List.of(
          Finding.error(
              KEY_NOT_ISSUERS,
              "",
              "Key %s belongs to %s, the issuer is %s"
                  .formatted(kid, key.owner().value(), at.issuer().value()),
              "Sign with a key of the issuer."));
    }
    return key.ended()
        .filter(ending -> !key.isValidAt(at.context().index()))
        .map(ending ->
            Finding.error(
                KEY_REVOKED,
                "",
                "Key %s was %s at index %d"
                    .formatted(
                        kid,
                        ending.cause() == EnrolledKey.Ending.Cause.ROTATED ? "replaced" : "revoked",
                        ending.at()),
                "Sign with the issuer's current key."))
        .map(List::of)
        .orElse(List.of());
  }
}
