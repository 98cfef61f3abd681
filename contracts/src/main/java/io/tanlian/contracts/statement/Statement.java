package io.tanlian.contracts.statement;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import java.time.Instant;

/**
 * What a participant states, before it is signed or after it was read.
 *
 * @param id the issuer's name for it, used once
 * @param issuer who signs it
 * @param issuedAt when, as the issuer says; no finer than a microsecond
 * @param audience the origin of the one ledger it is meant for
 * @param claim what it says
 */
public record Statement(
    StatementId id, ParticipantId issuer, Instant issuedAt, String audience, Claim claim) {
  /** Longest audience. */
  public static final int audienceCharsMax = 255;

  public Statement {
    if (!CredentialTime.canSay(issuedAt)) {
      throw new IllegalArgumentException(
          "a statement is issued in the years 0000 to 9999, at a whole microsecond");
    }
    if (audience.isEmpty() || audience.length() > audienceCharsMax) {
      throw new IllegalArgumentException(
          "the audience is the ledger's origin, 1 to %d characters".formatted(audienceCharsMax));
    }
  }

  public StatementType type() {
    return StatementType.of(claim);
  }
}
