package io.tanlian.contracts.key;

import static org.bouncycastle.math.ec.rfc8032.Ed25519.PUBLIC_KEY_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.SECRET_KEY_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;

import java.security.SecureRandom;
import java.util.List;

/**
 * Ed25519 (RFC 8032), whose JOSE name is {@code Ed25519} since RFC 9864; the older {@code EdDSA}
 * left the curve open and is not accepted. A public key is the 32 bytes of RFC 8032.
 */
public record Ed25519() implements SignatureAlgorithm {
  @Override
  public String joseName() {
    return "Ed25519";
  }

  @Override
  public String keyType() {
    return "OKP";
  }

  @Override
  public String curve() {
    return "Ed25519";
  }

  @Override
  public List<String> coordinates() {
    return List.of("x");
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return publicKey.length == PUBLIC_KEY_SIZE
        && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(publicKey, 0);
  }

  @Override
  public boolean isPrivateKey(byte[] privateKey) {
    return privateKey.length == SECRET_KEY_SIZE;
  }

  @Override
  public byte[] generate(SecureRandom random) {
    byte[] privateKey = new byte[SECRET_KEY_SIZE];
    org.bouncycastle.math.ec.rfc8032.Ed25519.generatePrivateKey(random, privateKey);
    return privateKey;
  }

  @Override
  public byte[] publicKeyOf(byte[] privateKey) {
    byte[] publicKey = new byte[PUBLIC_KEY_SIZE];
    org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(privateKey, 0, publicKey, 0);
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message) {
    byte[] signature = new byte[SIGNATURE_SIZE];
    org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
        privateKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    return publicKey.length == PUBLIC_KEY_SIZE
        && signature.length == SIGNATURE_SIZE
        && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
            signature, 0, publicKey, 0, message, 0, message.length);
  }
}
