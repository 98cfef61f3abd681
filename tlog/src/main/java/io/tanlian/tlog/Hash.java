package io.tanlian.tlog;

import io.tanlian.tlog.encoding.StrictBase64;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash: 32 bytes, compared by content. */
public final class Hash {
  public static final int SIZE_BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes the bytes of a hash.
   *
   * @throws MalformedException if there are not exactly 32 bytes
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != SIZE_BYTES) {
      throw new MalformedException("a hash has " + SIZE_BYTES + " bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /**
   * Reads the base64 of a hash as checkpoints and receipts write it.
   *
   * @throws MalformedException if the text is not the canonical base64 of 32 bytes
   */
  public static Hash parse(String base64) {
    return of(StrictBase64.decode(base64));
  }

  static Hash digestOf(MessageDigest digest) {
    return new Hash(digest.digest());
  }

  void feed(MessageDigest digest) {
    digest.update(bytes);
  }

  void put(ByteBuffer target) {
    target.put(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String base64() {
    return StrictBase64.encode(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Lower-case hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
