package io.tanlian.contracts.key;

import static io.tanlian.contracts.problem.ProblemCode.SIGNATURE_ALGORITHM_MISMATCH;
import static io.tanlian.contracts.problem.ProblemCode.SIGNATURE_INVALID;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_MALFORMED;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JWS in compact form (RFC 7515 section 3.1) over a JSON object, kept as the text received.
 * Reading one does not verify it.
 */
public final class CompactJws {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]++)\\.([A-Za-z0-9_-]++)\\.([A-Za-z0-9_-]++)");

  private final String compact;
  private final JoseHeader header;
  private final ObjectNode payload;
  private final byte[] signature;

  private CompactJws(String compact, JoseHeader header, ObjectNode payload, byte[] signature) {
    this.compact = compact;
    this.header = header;
    this.payload = payload;
    this.signature = signature;
  }

  /** Signs {@code payload} under a header of {@code alg}, {@code kid} and {@code typ}. */
  public static String sign(String typ, JsonNode payload, SigningKey key) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("alg", key.publicKey().algorithm().joseName());
    header.put("kid", key.publicKey().kid());
    header.put("typ", typ);
    String signed =
        Base64Url.encode(StrictJson.format(header))
            + "."
            + Base64Url.encode(StrictJson.format(payload));
    return signed + "." + Base64Url.encode(key.sign(signed.getBytes(US_ASCII)));
  }

  public static Outcome<CompactJws> parse(String compact) {
    Matcher parts = FORM.matcher(compact);
    if (!parts.matches()) {
      return notThreeParts();
    }
    Optional<byte[]> header = Base64Url.decode(parts.group(1));
    Optional<byte[]> payload = Base64Url.decode(parts.group(2));
    Optional<byte[]> signature = Base64Url.decode(parts.group(3));
    if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
      return notThreeParts();
    }
    return StrictJson.parse(header.get())
        .then(JoseHeader::parse)
        .then(head ->
            StrictJson.parse(payload.get())
                .then(CompactJws::object)
                .map(object -> new CompactJws(compact, head, object, signature.get())));
  }

  private static Outcome<CompactJws> notThreeParts() {
    return Outcome.refused(
        Problem.of(
            STATEMENT_MALFORMED,
            "This is not three parts of base64url (without padding) with a full stop between them.",
            "Send the JWS as the signing tool wrote it."));
  }

  private static Outcome<ObjectNode> object(JsonNode payload) {
    return payload instanceof ObjectNode object
        ? Outcome.accepted(object)
        : Outcome.refused(
            Problem.of(
                STATEMENT_MALFORMED, "The payload is not a JSON object.", "Sign a JSON object."));
  }

  /**
   * This JWS if {@code key} signed it. The key's own algorithm is used and must be the one the
   * header claims.
   */
  public Outcome<CompactJws> verify(PublicKey key) {
    if (!key.algorithm().equals(header.algorithm())) {
      return Outcome.refused(
          Problem.of(
              SIGNATURE_ALGORITHM_MISMATCH,
              "The header claims %s; the key is for %s."
                  .formatted(header.algorithm().joseName(), key.algorithm().joseName()),
              "Sign with the algorithm the key was enrolled for."));
    }
    if (!key.kid().equals(header.kid()) || !key.verifies(signingInput(), signature)) {
      return Outcome.refused(
          Problem.of(
              SIGNATURE_INVALID,
              "The signature does not hold for this content and key " + key.kid() + ".",
              "Send the content exactly as it was signed, or sign it again."));
    }
    return Outcome.accepted(this);
  }

  /** The text as received. */
  public String compact() {
    return compact;
  }

  public JoseHeader header() {
    return header;
  }

  /** A copy of the payload. */
  public ObjectNode payload() {
    return payload.deepCopy();
  }

  /** What the signature covers: the encoded header, a full stop and the encoded payload, ASCII. */
  public byte[] signingInput() {
    return compact.substring(0, compact.lastIndexOf('.')).getBytes(US_ASCII);
  }

  public byte[] signature() {
    return signature.clone();
  }
}
