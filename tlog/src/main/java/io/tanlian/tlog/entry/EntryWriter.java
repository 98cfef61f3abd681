package io.tanlian.tlog.entry;

import io.tanlian.tlog.encoding.StrictUtf8;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Lines up the bytes of an entry's header, big-endian. */
final class EntryWriter {
  private static final int U16_MAX = 0xffff;

  /** Most headers fit; the others grow it. */
  private static final int INITIAL_BYTES = 512;

  private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_BYTES);

  void u8(int value) {
    room(Byte.BYTES).put((byte) value);
  }

  void u16(int value) {
    if (value > U16_MAX) {
      throw new IllegalArgumentException(
          "a text in an entry has at most %d bytes, a list as many items; this has %d"
              .formatted(U16_MAX, value));
    }
    room(Short.BYTES).putShort((short) value);
  }

  void i64(long value) {
    room(Long.BYTES).putLong(value);
  }

  void text(String text) {
    byte[] utf8 = StrictUtf8.encode(text);
    u16(utf8.length);
    room(utf8.length).put(utf8);
  }

  byte[] written() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int needed = bytes.position() + more;
      bytes = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), needed)).put(bytes.flip());
    }
    return bytes;
  }
}
