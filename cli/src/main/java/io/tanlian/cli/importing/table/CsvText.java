package io.tanlian.cli.importing.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.cli.terminal.CannotRunException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a CSV file. Nothing is guessed: bytes that are no text in the charset are refused.
 */
final class CsvText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvText() {}

  static String decode(Path file, byte[] bytes, Optional<Charset> charset) {
    Charset used = charset.orElseGet(() -> marked(bytes).orElse(UTF_8));
    String text;
    try {
      text = used.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CannotRunException(
          charset.isPresent()
              ? "%s is not text in the charset %s: give another with --charset."
                  .formatted(file, used)
              : ("%s is not UTF-8. If Chinese Excel saved it, give --charset GB18030; or save it as"
                      + " \"CSV UTF-8\" or .xlsx.")
                  .formatted(file),
          e);
    }
    if (text.indexOf('\0') >= 0) {
      throw new CannotRunException(
          "%s is no text in the charset %s: if it is UTF-16, give --charset UTF-16LE."
              .formatted(file, used));
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(UTF_16LE);
    }
    return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(UTF_16BE) : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
