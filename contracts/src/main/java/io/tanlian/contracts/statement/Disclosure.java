package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_MALFORMED;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A salted piece of a statement (RFC 9901 section 4.2): base64url of {@code [salt, name, value]},
 * or of {@code [salt, value]} for an element of an array.
 *
 * @param encoded the text received; its digest is taken over these very characters
 * @param name the member's name; empty for an element of an array
 */
record Disclosure(String encoded, Optional<String> name, JsonNode value) {
  /** RFC 9901 section 9.3 asks for 128 bits. */
  static final int saltBytes = 16;

  static final String DIGESTS = "_sd";
  static final String ELEMENT_DIGEST = "...";

  static Disclosure ofMember(String name, JsonNode value, SecureRandom random) {
    ArrayNode content = salted(random).add(name).add(value);
    return new Disclosure(Base64Url.encode(StrictJson.format(content)), Optional.of(name), value);
  }

  static Disclosure ofElement(JsonNode value, SecureRandom random) {
    ArrayNode content = salted(random).add(value);
    return new Disclosure(Base64Url.encode(StrictJson.format(content)), Optional.empty(), value);
  }

  private static ArrayNode salted(SecureRandom random) {
    byte[] salt = new byte[saltBytes];
    random.nextBytes(salt);
    return JsonNodeFactory.instance.arrayNode().add(Base64Url.encode(salt));
  }

  static Outcome<Disclosure> parse(String encoded) {
    return Base64Url.decode(encoded)
        .map(json -> StrictJson.parse(json).then(content -> of(encoded, content)))
        .orElseGet(() -> malformed("A disclosure is not base64url without padding."));
  }

  private static Outcome<Disclosure> of(String encoded, JsonNode content) {
    boolean isMember = content.size() == 3 && content.path(1).isString();
    if (!content.isArray() || !content.path(0).isString() || !(isMember || content.size() == 2)) {
      return malformed(
          "A disclosure is not a JSON array of salt, name and value, or salt and value.");
    }
    JsonNode value = content.path(content.size() - 1);
    if (holdsDigests(value)) {
      return malformed("A disclosure's value holds _sd or \"...\"; disclosures do not nest here.");
    }
    Optional<String> name =
        isMember ? Optional.of(content.path(1).stringValue()) : Optional.empty();
    return Outcome.accepted(new Disclosure(encoded, name, value));
  }

  private static boolean holdsDigests(JsonNode value) {
    if (value.has(DIGESTS) || value.has(ELEMENT_DIGEST)) {
      return true;
    }
    for (JsonNode child : value) {
      if (holdsDigests(child)) {
        return true;
      }
    }
    return false;
  }

  private static Outcome<Disclosure> malformed(String detail) {
    return Outcome.refused(
        Problem.of(
            DISCLOSURE_MALFORMED, detail, "Send each disclosure as the signing tool wrote it."));
  }

  String digest() {
    return digest(encoded);
  }

  /** The digest that stands for a disclosure in the payload: SHA-256 of its text, base64url. */
  static String digest(String encoded) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64Url.encode(sha256.digest(encoded.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
