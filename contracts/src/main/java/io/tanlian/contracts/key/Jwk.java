package io.tanlian.contracts.key;

import static io.tanlian.contracts.problem.ProblemCode.KEY_MALFORMED;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Outcome.Accepted;
import io.tanlian.contracts.problem.Outcome.Refused;
import io.tanlian.contracts.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The members of a JWK (RFC 7517, RFC 8037) that say which key it is, and no others. */
final class Jwk {
  /** The members that make a JWK private or a shared secret (RFC 7518 section 6). */
  private static final Set<String> SECRET = Set.of("d", "k", "p", "q", "dp", "dq", "qi", "oth");

  private static final int COORDINATE_BYTES = 32;

  private Jwk() {}

  static Outcome<SignatureAlgorithm> algorithm(JsonNode jwk) {
    if (!jwk.isObject()) {
      return refused("", "A key is a JSON object (JWK).", "Send the public JWK.");
    }
    String keyType = jwk.path("kty").asString("");
    String curve = jwk.path("crv").asString("");
    Optional<SignatureAlgorithm> algorithm =
        SignatureAlgorithm.ALL.stream()
            .filter(known -> known.keyType().equals(keyType) && known.curve().equals(curve))
            .findFirst();
    return algorithm
        .map(Outcome::accepted)
        .orElseGet(() ->
            refused(
                "",
                "kty and crv name no key type in use here.",
                "Use kty OKP with crv Ed25519, or kty EC with crv P-256."));
  }

  /** Refuses members other than those named. */
  static Outcome<JsonNode> only(JsonNode jwk, Set<String> allowed) {
    for (String name : new TreeSet<>(jwk.propertyNames())) {
      if (!allowed.contains(name)) {
        return SECRET.contains(name)
            ? refused(
                "/" + name,
                "The key holds the private member " + name + ".",
                "Never send a private key. Treat this one as lost, make a new one, and send its public part.")
            : refused(
                "",
                "The key has a member besides " + new TreeSet<>(allowed) + ".",
                "Send these members only.");
      }
    }
    return Outcome.accepted(jwk);
  }

  /** The bytes of the members named, one after the other. */
  static Outcome<byte[]> bytes(JsonNode jwk, List<String> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String member : members) {
      switch (coordinate(jwk, member)) {
        case Accepted<byte[]>(byte[] value) -> bytes.writeBytes(value);
        case Refused<byte[]> refused -> {
          return refused;
        }
      }
    }
    return Outcome.accepted(bytes.toByteArray());
  }

  private static Outcome<byte[]> coordinate(JsonNode jwk, String member) {
    return Optional.of(jwk.path(member))
        .filter(JsonNode::isString)
        .flatMap(text -> Base64Url.decode(text.stringValue()))
        .filter(value -> value.length == COORDINATE_BYTES)
        .map(Outcome::accepted)
        .orElseGet(() ->
            refused(
                "/" + member,
                "The key's %s is not %d bytes in base64url without padding."
                    .formatted(member, COORDINATE_BYTES),
                "Send the JWK as the key tool wrote it."));
  }

  static <T> Outcome<T> refused(String pointer, String detail, String remedy) {
    return Outcome.refused(new Problem(KEY_MALFORMED, pointer, detail, remedy));
  }
}
