package io.tanlian.contracts.key;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * ES256 (RFC 7518 section 3.4): ECDSA on P-256 with SHA-256, k after RFC 6979. A public key is x
 * then y, a signature r then s, each 32 bytes, big-endian.
 */
public record Es256() implements SignatureAlgorithm {
  private static final int FIELD_BYTES = 32;
  private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(P256);

  @Override
  public String joseName() {
    return "ES256";
  }

  @Override
  public String keyType() {
    return "EC";
  }

  @Override
  public String curve() {
    return "P-256";
  }

  @Override
  public List<String> coordinates() {
    return List.of("x", "y");
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    if (publicKey.length != 2 * FIELD_BYTES) {
      return false;
    }
    BigInteger p = P256.getCurve().getField().getCharacteristic();
    return left(publicKey).compareTo(p) < 0
        && right(publicKey).compareTo(p) < 0
        && P256.getCurve().createPoint(left(publicKey), right(publicKey)).isValid();
  }

  @Override
  public boolean isPrivateKey(byte[] privateKey) {
    return privateKey.length == FIELD_BYTES && isScalar(new BigInteger(1, privateKey));
  }

  @Override
  public byte[] generate(SecureRandom random) {
    byte[] privateKey = new byte[FIELD_BYTES];
    do {
      random.nextBytes(privateKey);
    } while (!isPrivateKey(privateKey));
    return privateKey;
  }

  @Override
  public byte[] publicKeyOf(byte[] privateKey) {
    ECPoint point =
        new FixedPointCombMultiplier()
            .multiply(DOMAIN.getG(), new BigInteger(1, privateKey))
            .normalize();
    return joined(point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, privateKey), DOMAIN));
    BigInteger[] rs = signer.generateSignature(sha256(message));
    return joined(rs[0], rs[1]);
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (!isPublicKey(publicKey)
        || signature.length != 2 * FIELD_BYTES
        || !isScalar(left(signature))
        || !isScalar(right(signature))) {
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    ECPoint point = P256.getCurve().createPoint(left(publicKey), right(publicKey));
    signer.init(false, new ECPublicKeyParameters(point, DOMAIN));
    return signer.verifySignature(sha256(message), left(signature), right(signature));
  }

  private static boolean isScalar(BigInteger value) {
    return value.signum() > 0 && value.compareTo(P256.getN()) < 0;
  }

  private static BigInteger left(byte[] pair) {
    return new BigInteger(1, Arrays.copyOf(pair, FIELD_BYTES));
  }

  private static BigInteger right(byte[] pair) {
    return new BigInteger(1, Arrays.copyOfRange(pair, FIELD_BYTES, 2 * FIELD_BYTES));
  }

  private static byte[] joined(BigInteger left, BigInteger right) {
    byte[] pair = new byte[2 * FIELD_BYTES];
    BigIntegers.asUnsignedByteArray(left, pair, 0, FIELD_BYTES);
    BigIntegers.asUnsignedByteArray(right, pair, FIELD_BYTES, FIELD_BYTES);
    return pair;
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
