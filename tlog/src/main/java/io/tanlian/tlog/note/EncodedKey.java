package io.tanlian.tlog.note;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictBase64;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The form that public and private keys share: {@code <name>+<key ID in hex>+<base64(type || 32
 * bytes)>}.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared; the bytes live no longer than the parsing
record EncodedKey(String name, String keyId, KeyType type, byte[] key) {
  private static final int KEY_BYTES = Ed25519.PUBLIC_KEY_SIZE;
  private static final int KEY_ID_BYTES = 4;

  /** Splits at the first two plus signs only, for base64 has plus signs of its own. */
  static EncodedKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedException("a key is <name>+<key ID>+<base64 of type and key>");
    }
    byte[] typeAndKey = StrictBase64.decode(parts[2]);
    if (typeAndKey.length == 0) {
      throw new MalformedException("a key must state its type");
    }
    KeyType type = KeyType.of(typeAndKey[0]);
    if (typeAndKey.length != 1 + KEY_BYTES) {
      throw new MalformedException(
          "an Ed25519 key has %d bytes, not %d".formatted(KEY_BYTES, typeAndKey.length - 1));
    }
    return new EncodedKey(
        KeyName.require(parts[0]),
        parts[1],
        type,
        Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
  }

  void requireKeyId(int expected) {
    if (!keyId.equals(hex(expected))) {
      throw new MalformedException(
          "key ID of "
              + name
              + " must be "
              + hex(expected)
              + ", as its name, type and key give it");
    }
  }

  static String format(String name, int keyId, KeyType type, byte[] key) {
    byte[] typeAndKey = ByteBuffer.allocate(1 + key.length).put(type.id()).put(key).array();
    return name + "+" + hex(keyId) + "+" + StrictBase64.encode(typeAndKey);
  }

  /** SHA-256(name || 0x0A || type || public key)[0:4]. */
  static int keyId(String name, KeyType type, byte[] publicKey) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(StrictUtf8.encode(name));
      digest.update((byte) '\n');
      digest.update(type.id());
      digest.update(publicKey);
      return ByteBuffer.wrap(digest.digest(), 0, KEY_ID_BYTES).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(int keyId) {
    return HexFormat.of().toHexDigits(keyId);
  }

  @Override
  public String toString() {
    return name + "+" + keyId;
  }
}
