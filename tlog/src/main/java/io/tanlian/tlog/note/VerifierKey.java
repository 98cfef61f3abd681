package io.tanlian.tlog.note;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * A named public key that a client trusts to sign notes, or checkpoints as a witness (C2SP
 * signed-note).
 */
public final class VerifierKey {
  private final String name;
  private final KeyType type;
  private final Ed25519PublicKeyParameters publicKey;
  private final int keyId;

  VerifierKey(String name, KeyType type, Ed25519PublicKeyParameters publicKey) {
    this.name = name;
    this.type = type;
    this.publicKey = publicKey;
    this.keyId = EncodedKey.keyId(name, type, publicKey.getEncoded());
  }

  /**
   * Reads {@code <name>+<key ID>+<base64(type || public key)>}.
   *
   * @throws MalformedException if the text is not such a key, its type is not known here, or its
   *     key ID is not that of its name, type and public key
   */
  public static VerifierKey parse(String text) {
    EncodedKey encoded = EncodedKey.parse(text);
    VerifierKey key = new VerifierKey(encoded.name(), encoded.type(), point(encoded.key()));
    encoded.requireKeyId(key.keyId);
    return key;
  }

  private static Ed25519PublicKeyParameters point(byte[] encoded) {
    if (!Ed25519.validatePublicKeyFull(encoded, 0)) {
      throw new MalformedException("a public key must be a point of Ed25519 with full order");
    }
    return new Ed25519PublicKeyParameters(encoded, 0);
  }

  /** The text that {@link #parse} reads. */
  public String format() {
    return EncodedKey.format(name, keyId, type, publicKey.getEncoded());
  }

  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  /** First four bytes, big-endian, of SHA-256(name || 0x0A || type || public key). */
  public int keyId() {
    return keyId;
  }

  /** Whether the line claims to be by this key. Only {@link #verifies} says whether it is. */
  public boolean isNamedBy(NoteSignature signature) {
    return signature.keyId() == keyId && signature.name().equals(name);
  }

  /**
   * Whether this key made the signature over this text of a note.
   *
   * @param signature the bytes after the key ID; for a witness's key they begin with the time it
   *     signed
   */
  public boolean verifies(String text, byte[] signature) {
    return switch (type) {
      case ED25519 -> verifies(StrictUtf8.encode(text), signature, 0);
      case COSIGNATURE_V1 -> {
        if (signature.length < Long.BYTES) {
          yield false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        yield time >= 0 && verifies(CosignedMessage.of(time, text), signature, Long.BYTES);
      }
    };
  }

  private boolean verifies(byte[] message, byte[] signature, int offset) {
    if (signature.length - offset != Ed25519.SIGNATURE_SIZE) {
      return false;
    }
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, publicKey);
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(Arrays.copyOfRange(signature, offset, signature.length));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerifierKey that && format().equals(that.format());
  }

  @Override
  public int hashCode() {
    return format().hashCode();
  }

  @Override
  public String toString() {
    return format();
  }
}
