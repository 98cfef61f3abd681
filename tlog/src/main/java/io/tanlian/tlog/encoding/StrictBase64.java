package io.tanlian.tlog.encoding;

import io.tanlian.tlog.MalformedException;
import java.util.Base64;

/**
 * Standard base64 with padding (RFC 4648, section 4), where each value has exactly one spelling.
 */
public final class StrictBase64 {
  private StrictBase64() {}

  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The bytes that this base64 spells.
   *
   * @throws MalformedException if the text is not the canonical base64 of any bytes: other
   *     alphabets, missing padding and padding bits that are not zero are refused
   */
  public static byte[] decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw new MalformedException("text is not base64");
    }
    if (!encode(bytes).equals(text)) {
      throw new MalformedException(
          "base64 is not canonical: padding and unused bits must be as RFC 4648 writes them");
    }
    return bytes;
  }
}
