package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.ACCESS_DENIED;
import static io.tanlian.contracts.problem.ProblemCode.PARTICIPANT_ROLE_MISSING;

import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.Admission;
import io.tanlian.verifier.state.EnrolledKey;
import java.util.List;

/**
 * Who may say what: the operator admits participants, publishes rule packs and records requests and
 * what was received, suppliers and recyclers declare and move material and energy certificates,
 * everyone grants, withdraws, corrects and looks after keys of its own; the operator may also enrol
 * and revoke keys of others.
 */
final class RoleRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (at.isGenesis()) {
      return List.of();
    }
    return switch (at.claim()) {
      case Claim.Admitted _,
          Claim.Published _,
          Claim.Requested _,
          Claim.Answered _,
          Claim.Received _ ->
          requireRole(at, Role.OPERATOR);
      case Claim.Declared _,
          Claim.Recovered _,
          Claim.Batched _,
          Claim.Offered _,
          Claim.Accepted _,
          Claim.Processed _,
          Claim.Claimed _,
          Claim.Certified _,
          Claim.HandedOver _,
          Claim.Cancelled _ ->
          requireRole(at, Role.SUPPLIER);
      case Claim.Enrolled(var enrolled) ->
          enrolled.participant().equals(at.issuer()) || has(at, Role.OPERATOR)
              ? List.of()
              : List.of(notYourKey("/credentialSubject/participant"));
      case Claim.Revoked(var revoked) -> {
        boolean own =
            at.state()
                .key(revoked.kid())
                .map(EnrolledKey::owner)
                .filter(at.issuer()::equals)
                .isPresent();
        yield own || has(at, Role.OPERATOR)
            ? List.of()
            : List.of(notYourKey("/credentialSubject/key"));
      }
      case Claim.Rotated _,
          Claim.Granted _,
          Claim.Withdrawn _,
          Claim.Corrected _,
          Claim.Reversed _ ->
          List.of();
    };
  }

  private static List<Finding> requireRole(Case at, Role role) {
    return has(at, role)
        ? List.of()
        : List.of(
            Finding.error(
                PARTICIPANT_ROLE_MISSING,
                "/issuer",
                "%s is not admitted as %s, which a %s needs"
                    .formatted(
                        at.issuer().value(), role.wireName(), at.statement().type().wireName()),
                "Ask the operator to be admitted in that role."));
  }

  private static boolean has(Case at, Role role) {
    return at.state()
        .participant(at.issuer())
        .map(Admission::roles)
        .filter(roles -> roles.contains(role))
        .isPresent();
  }

  private static Finding notYourKey(String pointer) {
    return Finding.error(
        ACCESS_DENIED,
        pointer,
        "The key is another participant's",
        "Let its owner or the operator sign this statement.");
  }
}
