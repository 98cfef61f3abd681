package io.tanlian.contracts.key;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.security.SecureRandom;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A private key. It shows itself only to {@link #privateJwk()}. */
public final class SigningKey {
  private final byte[] privateKey;
  private final PublicKey publicKey;

  private SigningKey(SignatureAlgorithm algorithm, byte[] privateKey) {
    this.privateKey = privateKey;
    this.publicKey = PublicKey.of(algorithm, algorithm.publicKeyOf(privateKey));
  }

  public static SigningKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
    return new SigningKey(algorithm, algorithm.generate(random));
  }

  /**
   * Reads a private JWK (RFC 7518 section 6.2.2, RFC 8037 section 2): the public members and {@code
   * d}, no others, and the two belong together.
   */
  public static Outcome<SigningKey> parse(JsonNode jwk) {
    return Jwk.algorithm(jwk)
        .then(algorithm -> {
          TreeSet<String> allowed = new TreeSet<>(List.of("kty", "crv", "d"));
          allowed.addAll(algorithm.coordinates());
          return Jwk.only(jwk, allowed)
              .then(whole -> Jwk.bytes(whole, List.of("d")))
              .then(secret -> parse(algorithm, secret, jwk));
        });
  }

  private static Outcome<SigningKey> parse(
      SignatureAlgorithm algorithm, byte[] secret, JsonNode jwk) {
    if (!algorithm.isPrivateKey(secret)) {
      return Jwk.refused(
          "/d", "d is not a private key of " + algorithm.joseName() + ".", "Generate a new key.");
    }
    SigningKey key = new SigningKey(algorithm, secret);
    return Jwk.bytes(jwk, algorithm.coordinates())
        .then(stated ->
            algorithm.isPublicKey(stated) && PublicKey.of(algorithm, stated).equals(key.publicKey)
                ? Outcome.accepted(key)
                : Jwk.refused(
                    "",
                    "The public members are not those of the private key d.",
                    "Restore the key file from its backup."));
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  public byte[] sign(byte[] message) {
    return publicKey.algorithm().sign(privateKey, message);
  }

  /** The private JWK, the secret in the clear: for a file that only its owner can read. */
  public String privateJwk() {
    return StrictJson.format(publicKey.jwk().put("d", Base64Url.encode(privateKey)));
  }

  @Override
  public String toString() {
    return "private part of " + publicKey;
  }
}
