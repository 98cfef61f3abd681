package io.tanlian.contracts.key;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * A signature algorithm accepted on the ledger. Everything else (none, HMAC, RSA) is refused.
 *
 * <p>Keys are bytes in the fixed-length form that each algorithm names; {@link PublicKey} and
 * {@link SigningKey} pin the algorithm to them.
 */
public sealed interface SignatureAlgorithm permits Ed25519, Es256 {
  SignatureAlgorithm ED25519 = new Ed25519();
  SignatureAlgorithm ES256 = new Es256();

  List<SignatureAlgorithm> ALL = List.of(ED25519, ES256);

  /** The accepted algorithm with this JOSE name, empty if none is. */
  static Optional<SignatureAlgorithm> named(String joseName) {
    return ALL.stream().filter(known -> known.joseName().equals(joseName)).findFirst();
  }

  /** The {@code alg} of a JOSE header. */
  String joseName();

  /** The {@code kty} of a JWK. */
  String keyType();

  /** The {@code crv} of a JWK. */
  String curve();

  /** The JWK members that hold the public key, 32 bytes each, in the order of its bytes. */
  List<String> coordinates();

  /** Whether these bytes are a public key that signatures may be checked with. */
  boolean isPublicKey(byte[] publicKey);

  /** Whether these 32 bytes are a private key. */
  boolean isPrivateKey(byte[] privateKey);

  /** A new private key, 32 bytes. */
  byte[] generate(SecureRandom random);

  byte[] publicKeyOf(byte[] privateKey);

  /** The signature, 64 bytes; the same key and message always give the same. */
  byte[] sign(byte[] privateKey, byte[] message);

  /** Whether the signature holds; false for one of a wrong length or out of range. */
  boolean verify(byte[] publicKey, byte[] message, byte[] signature);
}
