package io.tanlian.cli.world;

import io.tanlian.cli.statement.Signing;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import java.security.SecureRandom;
import java.util.Set;

/** An operator with a key of its own. */
public final class Companies {
  private static final SigningKey OPERATOR_KEY =
      SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());

  private Companies() {}

  public static SigningKey operatorKey() {
    return OPERATOR_KEY;
  }

  /** The operator's own admission, which begins a ledger. */
  public static SignedStatement admission(StatementId id) {
    ParticipantId operator = TestExchange.OPERATOR;
    Claim claim =
        new Claim.Admitted(
            new ParticipantAdmitted(operator, "Exchange Ltd", Set.of(Role.OPERATOR)));
    return switch (Signing.sign(id, operator, TestExchange.ORIGIN, claim, OPERATOR_KEY)) {
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) -> signed;
      case Outcome.Refused<SignedStatement>(var problems) -> throw new AssertionError(problems);
    };
  }
}
