package io.tanlian.contracts.key;

import static io.tanlian.contracts.problem.ProblemCode.SIGNATURE_ALGORITHM_FORBIDDEN;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_MALFORMED;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the header of a JWS may say here (RFC 7515 section 4): nothing by which a sender could bring
 * a key of his own ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) or a meaning of his own
 * ({@code crit}, {@code b64}).
 *
 * @param algorithm the algorithm it claims; the one of the enrolled key decides
 * @param kid the thumbprint of the key it claims
 * @param typ what kind of thing is signed
 * @param cty what the payload is, where that is said
 */
public record JoseHeader(
    SignatureAlgorithm algorithm, String kid, String typ, Optional<String> cty) {
  private static final Set<String> MEMBERS = Set.of("alg", "kid", "typ", "cty");

  static Outcome<JoseHeader> parse(JsonNode header) {
    if (!header.isObject()) {
      return malformed("The header is not a JSON object.", "Sign with a JOSE header.");
    }
    for (String name : new TreeSet<>(header.propertyNames())) {
      if (!MEMBERS.contains(name)) {
        return malformed(
            "The header has a member that is not alg, kid, typ or cty.",
            "Sign with alg, kid and typ only; keys are enrolled on the ledger, not sent in headers.");
      }
      if (!header.path(name).isString()) {
        return malformed("The header's " + name + " is not a text.", "Write it as a JSON string.");
      }
    }
    Optional<SignatureAlgorithm> algorithm = text(header, "alg").flatMap(SignatureAlgorithm::named);
    Optional<String> kid = text(header, "kid").filter(Thumbprint::isThumbprint);
    Optional<String> typ = text(header, "typ");
    if (algorithm.isEmpty()) {
      return refused(
          new Problem(
              SIGNATURE_ALGORITHM_FORBIDDEN,
              "/alg",
              "The header's alg is none of those accepted.",
              "Sign with Ed25519 or ES256 (the old name EdDSA is not accepted)."));
    }
    if (kid.isEmpty()) {
      return malformed(
          "The header's kid is missing or no key thumbprint.",
          "Set kid to the RFC 7638 SHA-256 thumbprint of the key.");
    }
    if (typ.isEmpty()) {
      return malformed("The header's typ is missing.", "Set typ.");
    }
    return Outcome.accepted(
        new JoseHeader(algorithm.get(), kid.get(), typ.get(), text(header, "cty")));
  }

  private static Optional<String> text(JsonNode header, String name) {
    return Optional.of(header.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  private static Outcome<JoseHeader> malformed(String detail, String remedy) {
    return refused(Problem.of(STATEMENT_MALFORMED, detail, remedy));
  }

  private static Outcome<JoseHeader> refused(Problem problem) {
    return Outcome.refused(problem);
  }
}
