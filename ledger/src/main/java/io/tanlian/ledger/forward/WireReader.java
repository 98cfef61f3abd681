package io.tanlian.ledger.forward;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.nio.ByteBuffer;

/** Walks over a message, and refuses what is missing or left over. */
final class WireReader {
  private final ByteBuffer bytes;

  WireReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int u8(String field) {
    require(field, Byte.BYTES);
    return Byte.toUnsignedInt(bytes.get());
  }

  int u16(String field) {
    require(field, Short.BYTES);
    return Short.toUnsignedInt(bytes.getShort());
  }

  long i64(String field) {
    require(field, Long.BYTES);
    return bytes.getLong();
  }

  /** Bytes after their u32 length. */
  byte[] block(String field) {
    require(field, Integer.BYTES);
    long length = Integer.toUnsignedLong(bytes.getInt());
    require(field, length);
    byte[] block = new byte[(int) length];
    bytes.get(block);
    return block;
  }

  /** UTF-8 after its u32 length. */
  String text(String field) {
    return StrictUtf8.decode(block(field));
  }

  void requireEnd() {
    if (bytes.hasRemaining()) {
      throw new MalformedException(
          "the message must end %d bytes earlier".formatted(bytes.remaining()));
    }
  }

  private void require(String field, long length) {
    if (bytes.remaining() < length) {
      throw new MalformedException(
          "%s needs %d bytes, only %d are left".formatted(field, length, bytes.remaining()));
    }
  }
}
