package io.tanlian.tlog.encoding;

import io.tanlian.tlog.MalformedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** UTF-8 (RFC 3629) that refuses what Java's own conversions replace with a question mark. */
public final class StrictUtf8 {
  /**
   * Order by unsigned UTF-8 bytes, which for characters beyond U+FFFF is not the order of {@link
   * String}.
   */
  public static final Comparator<String> BYTE_ORDER = StrictUtf8::compare;

  /** What Java decodes any byte to that is not ASCII. */
  private static final char NO_ASCII = '\ufffd';

  private StrictUtf8() {}

  /**
   * The UTF-8 bytes of a text.
   *
   * @throws MalformedException if the text holds a lone surrogate
   */
  public static byte[] encode(String text) {
    if (!hasSurrogate(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new MalformedException("text must not hold a lone surrogate", e);
    }
  }

  /**
   * The text these UTF-8 bytes spell.
   *
   * @throws MalformedException if the bytes are not UTF-8: overlong forms, surrogates and cut
   *     sequences are refused
   */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /**
   * The text that a stretch of these bytes spells in UTF-8.
   *
   * @throws MalformedException as {@link #decode(byte[])}
   */
  public static String decode(byte[] bytes, int start, int length) {
    String ascii = new String(bytes, start, length, StandardCharsets.US_ASCII);
    if (ascii.indexOf(NO_ASCII) < 0) {
      return ascii;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("text is not valid UTF-8", e);
    }
  }

  private static boolean hasSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char one = left.charAt(i);
      char other = right.charAt(i);
      if (one != other) {
        return Integer.compare(codePointRank(one), codePointRank(other));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** UTF-8 sorts by code point; in UTF-16 only the surrogates, below U+E000, stand in the way. */
  private static int codePointRank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
