package io.tanlian.tlog.note;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A named Ed25519 private key that signs notes, or checkpoints as a witness. Its text form is Go's
 * sumdb/note's.
 */
public final class NoteSigner {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int DERIVED_BYTES = 32;

  private final VerifierKey verifierKey;
  private final Ed25519PrivateKeyParameters privateKey;

  private NoteSigner(String name, KeyType type, Ed25519PrivateKeyParameters privateKey) {
    this.verifierKey = new VerifierKey(name, type, privateKey.generatePublicKey());
    this.privateKey = privateKey;
  }

  /** A new key of a log, whose name should be the log's origin. */
  public static NoteSigner generate(String name) {
    return generate(name, KeyType.ED25519);
  }

  /** A new key of a witness. */
  public static NoteSigner generateWitness(String name) {
    return generate(name, KeyType.COSIGNATURE_V1);
  }

  private static NoteSigner generate(String name, KeyType type) {
    return new NoteSigner(
        KeyName.require(name), type, new Ed25519PrivateKeyParameters(new SecureRandom()));
  }

  /**
   * Reads {@code PRIVATE+KEY+<name>+<key ID>+<base64(type || seed)>}.
   *
   * @throws MalformedException if the text is not such a key; the message never quotes it
   */
  public static NoteSigner parse(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new MalformedException("a private key begins with " + PREFIX);
    }
    EncodedKey encoded = EncodedKey.parse(secret.substring(PREFIX.length()));
    NoteSigner signer =
        new NoteSigner(
            encoded.name(), encoded.type(), new Ed25519PrivateKeyParameters(encoded.key(), 0));
    encoded.requireKeyId(signer.verifierKey.keyId());
    return signer;
  }

  /** The private key as text that {@link #parse} reads. Keep it secret. */
  public String formatSecret() {
    return PREFIX
        + EncodedKey.format(
            verifierKey.name(), verifierKey.keyId(), verifierKey.type(), privateKey.getEncoded());
  }

  /**
   * A secret for one purpose, which every holder of this key can make and nobody else: HKDF-SHA256
   * (RFC 5869) of the private key, without salt. It says nothing about the key.
   *
   * @param purpose a fixed label, different for each use
   * @return 32 bytes
   */
  public byte[] deriveSecret(String purpose) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(privateKey.getEncoded(), null, StrictUtf8.encode(purpose)));
    byte[] secret = new byte[DERIVED_BYTES];
    hkdf.generateBytes(secret, 0, secret.length);
    return secret;
  }

  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** The signature line of this key for a text, which must end in a newline. */
  public NoteSignature sign(String text) {
    requireType(KeyType.ED25519);
    return line(signature(StrictUtf8.encode(text)));
  }

  /**
   * The signature line of this witness for the text of a checkpoint.
   *
   * @param time when the witness saw it; cut to whole seconds
   */
  public NoteSignature cosign(String checkpointText, Instant time) {
    requireType(KeyType.COSIGNATURE_V1);
    long unixSeconds = time.getEpochSecond();
    if (unixSeconds < 0) {
      throw new IllegalArgumentException("time must not be before 1970: " + time);
    }
    byte[] signature = signature(CosignedMessage.of(unixSeconds, checkpointText));
    return line(
        ByteBuffer.allocate(Long.BYTES + signature.length)
            .putLong(unixSeconds)
            .put(signature)
            .array());
  }

  private void requireType(KeyType type) {
    if (verifierKey.type() != type) {
      throw new IllegalStateException(
          "key %s is of type %s, this needs %s"
              .formatted(verifierKey.name(), verifierKey.type(), type));
    }
  }

  private NoteSignature line(byte[] signature) {
    return new NoteSignature(verifierKey.name(), verifierKey.keyId(), signature);
  }

  private byte[] signature(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, privateKey);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  /** Names the key without its secret. */
  @Override
  public String toString() {
    return "NoteSigner[" + verifierKey + "]";
  }
}
