package io.tanlian.contracts.identifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a statement: {@code urn:uuid:} and a lower-case UUID (RFC 9562, section 4). */
public record StatementId(UUID uuid) {
  private static final String PREFIX = "urn:uuid:";
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Reads a statement's name.
   *
   * @throws IllegalArgumentException if it is anything but urn:uuid: and a lower-case UUID, so that
   *     one statement has one spelling
   */
  public static StatementId parse(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a statement is named by urn:uuid: and a UUID in lower case; correct "
              + Excerpt.of(value));
    }
    return new StatementId(UUID.fromString(value.substring(PREFIX.length())));
  }

  /**
   * The name that follows from other names: the same texts always give the same one, so that what
   * is said once has one statement however often it is tried. A UUID of version 8 (RFC 9562 section
   * 5.8) from the SHA-256 of the texts, each with its length in front.
   */
  public static StatementId derivedFrom(String... texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new StatementId(new UUID(high, low));
  }

  /** The name as it is written in statements. */
  public String value() {
    return PREFIX + uuid;
  }

  @Override
  public String toString() {
    return value();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
