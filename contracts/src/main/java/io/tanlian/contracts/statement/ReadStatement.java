package io.tanlian.contracts.statement;

import io.tanlian.contracts.key.CompactJws;
import io.tanlian.contracts.key.JoseHeader;
import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.GrantedPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed statement that has been read: well-formed, of a known type, every disclosure bound to
 * the JWT. Whose key signed it is still to be checked, with {@link #verify}.
 */
public final class ReadStatement {
  private final SignedStatement signed;
  private final CompactJws jws;
  private final Statement statement;
  private final ObjectNode disclosedClaim;
  private final boolean complete;
  private final Map<String, DisclosurePlace> places;

  ReadStatement(
      SignedStatement signed,
      CompactJws jws,
      Statement statement,
      ObjectNode disclosedClaim,
      boolean complete,
      Map<String, DisclosurePlace> places) {
    this.signed = signed;
    this.jws = jws;
    this.statement = statement;
    this.disclosedClaim = disclosedClaim;
    this.complete = complete;
    this.places = Map.copyOf(places);
  }

  /** What was read, as it was received. */
  public SignedStatement signed() {
    return signed;
  }

  /** The key and algorithm the signer claims. */
  public JoseHeader header() {
    return jws.header();
  }

  /** The statement; where it is not {@link #complete}, its claim lacks what was withheld. */
  public Statement statement() {
    return statement;
  }

  /** The claim as JSON, as far as it was disclosed; a copy. */
  public ObjectNode disclosedClaim() {
    return disclosedClaim.deepCopy();
  }

  /** Whether every digest in the JWT has its disclosure; only then was the schema checked. */
  public boolean complete() {
    return complete;
  }

  /** This statement if {@code key} signed it, with the key's own algorithm. */
  public Outcome<ReadStatement> verify(PublicKey key) {
    return jws.verify(key).map(verified -> this);
  }

  /** What the signature covers: the encoded header, a full stop and the encoded payload, ASCII. */
  public byte[] signingInput() {
    return jws.signingInput();
  }

  public byte[] signature() {
    return jws.signature();
  }

  /**
   * The part that a disclosure belongs to, by the place of its digest; empty for a foreign one, and
   * for one that is nobody's to grant.
   */
  public Optional<GrantedPart> partOf(String disclosure) {
    return Optional.ofNullable(places.get(Disclosure.digest(disclosure)))
        .flatMap(DisclosurePlace::part);
  }

  /**
   * The grantable parts of which something is withheld; none if the statement is {@link #complete}.
   */
  public Set<GrantedPart> withheldParts() {
    Set<String> shown =
        signed.disclosures().stream().map(Disclosure::digest).collect(Collectors.toSet());
    return places.entrySet().stream()
        .filter(place -> !shown.contains(place.getKey()))
        .flatMap(place -> place.getValue().part().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The statement with only those of its disclosures that belong to {@code parts}. */
  public SignedStatement restrictTo(Set<GrantedPart> parts) {
    List<String> shown =
        signed.disclosures().stream()
            .filter(disclosure -> partOf(disclosure).filter(parts::contains).isPresent())
            .toList();
    return signed.withDisclosures(shown);
  }
}
