package io.tanlian.verifier.rules;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.Severity;
import java.util.List;

/** Whoever brings a key proves to have its private part. */
final class KeyProofRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return switch (at.claim()) {
      case Claim.Enrolled(var enrolled) ->
          check(at, enrolled.proofOfPossession(), enrolled.key(), enrolled.participant());
      case Claim.Rotated(var rotated) ->
          check(at, rotated.proofOfPossession(), rotated.key(), at.issuer());
      default -> List.of();
    };
  }

  private static List<Finding> check(Case at, String proof, PublicKey key, ParticipantId owner) {
    return switch (KeyProof.check(proof, key, owner, at.context().origin())) {
      case Outcome.Accepted<PublicKey> _ -> List.of();
      case Outcome.Refused<PublicKey>(var problems) ->
          problems.stream()
              .map(problem -> problem.under(Case.SUBJECT + "/proofOfPossession"))
              .map(problem -> new Finding(Severity.ERROR, problem))
              .toList();
    };
  }
}
