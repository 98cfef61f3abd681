package io.tanlian.contracts.key;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.problem.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A public key and the one algorithm it may be used with. */
public final class PublicKey {
  private static final int COORDINATE_BYTES = 32;

  private final SignatureAlgorithm algorithm;
  private final byte[] encoded;

  private PublicKey(SignatureAlgorithm algorithm, byte[] encoded) {
    this.algorithm = algorithm;
    this.encoded = encoded;
  }

  /**
   * The key in the algorithm's fixed-length form.
   *
   * @throws IllegalArgumentException if the bytes are not a public key of the algorithm
   */
  public static PublicKey of(SignatureAlgorithm algorithm, byte[] encoded) {
    if (!algorithm.isPublicKey(encoded)) {
      throw new IllegalArgumentException("not a public key of " + algorithm.joseName());
    }
    return new PublicKey(algorithm, encoded.clone());
  }

  /**
   * Reads a public JWK (RFC 7517; RFC 8037 for Ed25519) that has the members which define the key
   * (RFC 7638 section 3.2) and no others. The pointers of problems are relative to the JWK.
   */
  public static Outcome<PublicKey> parse(JsonNode jwk) {
    return Jwk.algorithm(jwk)
        .then(algorithm -> {
          TreeSet<String> allowed = new TreeSet<>(List.of("kty", "crv"));
          allowed.addAll(algorithm.coordinates());
          return Jwk.only(jwk, allowed)
              .then(whole -> Jwk.bytes(whole, algorithm.coordinates()))
              .then(bytes ->
                  algorithm.isPublicKey(bytes)
                      ? Outcome.accepted(new PublicKey(algorithm, bytes))
                      : Jwk.refused(
                          "",
                          "The key is not a sound point on " + algorithm.curve() + ".",
                          "Send the JWK as the key tool wrote it."));
        });
  }

  /** The algorithm, which is never taken from what is to be verified. */
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The canonical JWK: the members that define the key, in RFC 7638's order. */
  public ObjectNode jwk() {
    ObjectNode jwk = JsonNodeFactory.instance.objectNode();
    jwk.put("crv", algorithm.curve());
    jwk.put("kty", algorithm.keyType());
    List<String> coordinates = algorithm.coordinates();
    for (int i = 0; i < coordinates.size(); i++) {
      byte[] coordinate =
          Arrays.copyOfRange(encoded, i * COORDINATE_BYTES, (i + 1) * COORDINATE_BYTES);
      jwk.put(coordinates.get(i), Base64Url.encode(coordinate));
    }
    return jwk;
  }

  /** The key's name everywhere: its JWK thumbprint (RFC 7638, SHA-256), 43 characters. */
  public String kid() {
    try {
      byte[] canonical = jwk().toString().getBytes(StandardCharsets.UTF_8);
      return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Whether {@code signature} was made over {@code message} with this key's private part. */
  public boolean verifies(byte[] message, byte[] signature) {
    return algorithm.verify(encoded, message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey that
        && algorithm.equals(that.algorithm)
        && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return algorithm.joseName() + " key " + kid();
  }
}
