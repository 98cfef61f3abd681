package io.tanlian.cli.statement;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Signs claims as statements of this moment. */
public final class Signing {
  private Signing() {}

  /**
   * The statement that {@code issuer} makes {@code claim} to the log {@code origin}, signed; or why
   * no reader would take it.
   */
  public static Outcome<SignedStatement> sign(
      StatementId id, ParticipantId issuer, String origin, Claim claim, SigningKey key) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return StatementSigner.sign(
        new Statement(id, issuer, now, origin, claim), key, new SecureRandom());
  }
}
