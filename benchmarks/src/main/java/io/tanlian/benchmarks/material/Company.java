package io.tanlian.benchmarks.material;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A participant that signs.
 *
 * @param origin of the ledger that its statements are for
 */
public record Company(ParticipantId id, SigningKey key, String origin) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Company of(String id, String origin) {
    return new Company(
        ParticipantId.parse(id), SigningKey.generate(SignatureAlgorithm.ED25519, RANDOM), origin);
  }

  /** A statement and its text, as a client posts it. */
  public record Signed(StatementId id, String compact) {}

  public Signed sign(Claim claim) {
    StatementId id = new StatementId(anyId());
    Statement statement =
        new Statement(id, this.id, Instant.now().truncatedTo(ChronoUnit.SECONDS), origin, claim);
    return switch (StatementSigner.sign(statement, key, RANDOM)) {
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) ->
          new Signed(id, signed.format());
      case Outcome.Refused<SignedStatement> refused ->
          throw new IllegalStateException("the workload is wrong: " + refused);
    };
  }

  /** Random and version 4, but cheap. */
  private static UUID anyId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(
        (random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
  }
}
