package io.tanlian.ledger.forward;

import io.tanlian.tlog.encoding.StrictUtf8;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Puts together a message; the opposite of {@link WireReader}. */
final class WireWriter {
  static final int COUNT_MAX = 0xffff;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  WireWriter u8(int value) {
    bytes.write(value);
    return this;
  }

  /** A count; more than {@link #COUNT_MAX} cannot be said. */
  WireWriter u16(int value) {
    if (value > COUNT_MAX) {
      throw new IllegalArgumentException(
          "a list in a message has at most %d items, not %d".formatted(COUNT_MAX, value));
    }
    bytes.write(value >> Byte.SIZE);
    bytes.write(value);
    return this;
  }

  WireWriter i64(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  WireWriter bytes(byte[] plain) {
    bytes.writeBytes(plain);
    return this;
  }

  WireWriter block(byte[] block) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(block.length).array());
    bytes.writeBytes(block);
    return this;
  }

  WireWriter text(String text) {
    return block(StrictUtf8.encode(text));
  }

  int length() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
