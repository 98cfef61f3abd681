package io.tanlian.tlog.encoding;

import io.tanlian.tlog.MalformedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** UTF-8 (RFC 3629) that refuses what Java's own conversions replace with a question mark. */
public final class StrictUtf8 {
  /**
   * Order by unsigned UTF-8 bytes, which for characters beyond U+FFFF is not the order of {@link
   * String}.
   */
  public static final Comparator<String> BYTE_ORDER =
      (left, right) -> Arrays.compareUnsigned(encode(left), encode(right));

  private StrictUtf8() {}

  /**
   * The UTF-8 bytes of a text.
   *
   * @throws MalformedException if the text holds a lone surrogate
   */
  public static byte[] encode(String text) {
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
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("text is not valid UTF-8", e);
    }
  }
}
