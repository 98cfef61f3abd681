package io.tanlian.exchange.node;

import io.tanlian.tlog.note.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that a message between nodes comes from one with the same log key: {@code 1.<Unix
 * seconds>.<SHA-256 of the message>.<HMAC-SHA256 of what is before it>}, in base64url. No
 * participant can make one, and one is good for its message only.
 */
final class NodeToken {
  /** How far the clocks of two nodes may be apart, with the time the message takes. */
  static final Duration AGE_MAX = Duration.ofMinutes(2);

  private static final String PURPOSE = "tanlian forwarded append token v1";
  private static final Pattern FORM =
      Pattern.compile("(1\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43}))\\.([A-Za-z0-9_-]{43})");
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /** Tokens between the nodes that hold this log's key. */
  NodeToken(NoteSigner logKey) {
    this.key = new SecretKeySpec(logKey.deriveSecret(PURPOSE), HMAC);
  }

  String issue(byte[] message, Instant now) {
    String claims = "1." + now.getEpochSecond() + "." + base64(sha256(message));
    return claims + "." + base64(mac(claims));
  }

  /** The SHA-256 of the one message the token is good for; empty if it is forged or too old. */
  Optional<byte[]> messageHash(String token, Instant now) {
    Matcher parts = FORM.matcher(token);
    if (!parts.matches()
        || !MessageDigest.isEqual(
            base64(mac(parts.group(1))).getBytes(StandardCharsets.US_ASCII),
            parts.group(4).getBytes(StandardCharsets.US_ASCII))) {
      return Optional.empty();
    }
    Instant issued = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
    return Duration.between(issued, now).abs().compareTo(AGE_MAX) <= 0
        ? Optional.of(Base64.getUrlDecoder().decode(parts.group(3)))
        : Optional.empty();
  }

  /** Whether this is the message with that hash. */
  static boolean isMessage(byte[] message, byte[] hash) {
    return MessageDigest.isEqual(sha256(message), hash);
  }

  private byte[] mac(String claims) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(claims.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
