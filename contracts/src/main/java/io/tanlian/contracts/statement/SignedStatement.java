package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_MALFORMED;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_TOO_LARGE;

import io.tanlian.contracts.key.CompactJws;
import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A statement as it travels: the signed JWT and the disclosures beside it, both as the very text
 * received. Nothing in it has been read or verified yet; see {@link StatementReader}.
 *
 * <p>Its text is the compact form of RFC 9901 section 4, {@code jwt~disclosure~disclosure~},
 * without key binding.
 *
 * @param jwt the compact JWS, which is also the payload of the ledger entry
 * @param disclosures some or all of the statement's disclosures
 */
public record SignedStatement(String jwt, List<String> disclosures) {
  /** Longest JWT, so that a ledger entry (65,535 bytes) has room for it and its tags. */
  public static final int jwtCharsMax = 60_000;

  /** Most characters of all disclosures together. */
  public static final int disclosureCharsMax = 1024 * 1024;

  /** Most disclosures. */
  public static final int disclosuresMax = 2_000;

  private static final String SEPARATOR = "~";

  public SignedStatement {
    disclosures = List.copyOf(disclosures);
  }

  /** Splits the compact form; a JWT without any tilde is a statement without disclosures. */
  public static Outcome<SignedStatement> parse(String compact) {
    if (compact.length() > jwtCharsMax + disclosureCharsMax + disclosuresMax) {
      return Outcome.refused(
          tooLarge("The statement has %d characters".formatted(compact.length())));
    }
    if (!compact.contains(SEPARATOR)) {
      return new SignedStatement(compact, List.of()).withinLimits();
    }
    if (!compact.endsWith(SEPARATOR)) {
      return Outcome.refused(
          Problem.of(
              STATEMENT_MALFORMED,
              "The text after the last tilde is not empty; key binding is not used here.",
              "End the statement with a tilde after the last disclosure."));
    }
    List<String> parts = List.of(compact.substring(0, compact.length() - 1).split(SEPARATOR, -1));
    return new SignedStatement(parts.getFirst(), parts.subList(1, parts.size())).withinLimits();
  }

  /** The compact form, in which {@link #parse} finds the same. */
  public String format() {
    StringBuilder compact = new StringBuilder(jwt).append(SEPARATOR);
    disclosures.forEach(disclosure -> compact.append(disclosure).append(SEPARATOR));
    return compact.toString();
  }

  /** The same statement with only those of its disclosures that are in {@code shown}. */
  public SignedStatement withDisclosures(Collection<String> shown) {
    Set<String> wanted = Set.copyOf(shown);
    return new SignedStatement(jwt, disclosures.stream().filter(wanted::contains).toList());
  }

  /**
   * This statement if {@code key} signed it, with the key's own algorithm. Disclosures are bound to
   * the signature by their digests, which {@link StatementReader} checks.
   */
  public Outcome<SignedStatement> verify(PublicKey key) {
    return withinLimits()
        .then(small -> CompactJws.parse(jwt))
        .then(jws -> jws.verify(key))
        .map(verified -> this);
  }

  /** This statement if it is small enough to be read. */
  Outcome<SignedStatement> withinLimits() {
    if (jwt.length() > jwtCharsMax) {
      return Outcome.refused(tooLarge("The signed JWT has %d characters".formatted(jwt.length())));
    }
    if (disclosures.size() > disclosuresMax) {
      return Outcome.refused(
          tooLarge("The statement has %d disclosures".formatted(disclosures.size())));
    }
    long disclosureChars = disclosures.stream().mapToLong(String::length).sum();
    return disclosureChars > disclosureCharsMax
        ? Outcome.refused(
            tooLarge("The disclosures have %d characters together".formatted(disclosureChars)))
        : Outcome.accepted(this);
  }

  private static Problem tooLarge(String measure) {
    return Problem.of(
        STATEMENT_TOO_LARGE,
        measure
            + "; the limits are %d for the JWT, %d disclosures and %d for these together."
                .formatted(jwtCharsMax, disclosuresMax, disclosureCharsMax),
        "State the footprint with fewer inputs or shorter texts.");
  }
}
