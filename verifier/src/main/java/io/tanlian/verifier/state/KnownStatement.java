package io.tanlian.verifier.state;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.tlog.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A statement on the ledger.
 *
 * @param statement as far as it is disclosed to the reader
 * @param jwtDigest SHA-256 of the signed JWT
 * @param withheld the parts of which the reader does not have everything
 * @param withdrawn by its issuer
 * @param superseded by a later footprint of its issuer
 */
public record KnownStatement(
    long index,
    Statement statement,
    Hash jwtDigest,
    Set<GrantedPart> withheld,
    Optional<Ended> withdrawn,
    Optional<Ended> superseded) {

  public KnownStatement {
    withheld = Set.copyOf(withheld);
  }

  /**
   * The later statement that took one back or replaced it.
   *
   * @param issuedAt when its issuer says it did
   */
  public record Ended(long at, Instant issuedAt) {}

  /** A statement that nothing has ended, as one sees it that is to stand at {@code index}. */
  public static KnownStatement of(long index, ReadStatement read) {
    return new KnownStatement(
        index,
        read.statement(),
        digest(read),
        read.withheldParts(),
        Optional.empty(),
        Optional.empty());
  }

  public StatementId id() {
    return statement.id();
  }

  public StatementType type() {
    return statement.type();
  }

  public ParticipantId issuer() {
    return statement.issuer();
  }

  /** Whether it is the same signed text. */
  public boolean isSameAs(ReadStatement other) {
    return jwtDigest.equals(digest(other));
  }

  KnownStatement withdrawnBy(Ended ended) {
    return withdrawn.isPresent()
        ? this
        : new KnownStatement(index, statement, jwtDigest, withheld, Optional.of(ended), superseded);
  }

  KnownStatement supersededBy(Ended ended) {
    return superseded.isPresent()
        ? this
        : new KnownStatement(index, statement, jwtDigest, withheld, withdrawn, Optional.of(ended));
  }

  private static Hash digest(ReadStatement read) {
    try {
      return Hash.of(
          MessageDigest.getInstance("SHA-256").digest(read.signed().jwt().getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
