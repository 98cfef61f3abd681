package io.tanlian.tlog.entry;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Walks over the bytes of an entry, and refuses the first that is missing, out of order or left
 * over.
 */
final class EntryReader {
  private final ByteBuffer bytes;

  EntryReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int u8(String field) {
    requireRemaining(field, Byte.BYTES);
    return Byte.toUnsignedInt(bytes.get());
  }

  int u16(String field) {
    requireRemaining(field, Short.BYTES);
    return Short.toUnsignedInt(bytes.getShort());
  }

  long i64(String field) {
    requireRemaining(field, Long.BYTES);
    return bytes.getLong();
  }

  String text(String field) {
    int length = u16(field);
    requireRemaining(field, length);
    int start = bytes.position();
    bytes.position(start + length);
    try {
      return StrictUtf8.decode(bytes.array(), start, length);
    } catch (MalformedException e) {
      throw new MalformedException("entry " + field + ": " + e.getMessage(), e);
    }
  }

  SortedSet<String> tags() {
    SortedSet<String> tags = new TreeSet<>(StrictUtf8.BYTE_ORDER);
    for (int rest = u16("tag count"); rest > 0; rest--) {
      String tag = text("tag");
      if (!tags.isEmpty()) {
        requireAscending("tags", tags.last(), tag);
      }
      tags.add(tag);
    }
    return tags;
  }

  SortedMap<String, String> metadata() {
    SortedMap<String, String> metadata = new TreeMap<>(StrictUtf8.BYTE_ORDER);
    for (int rest = u16("metadata count"); rest > 0; rest--) {
      String key = text("metadata key");
      if (!metadata.isEmpty()) {
        requireAscending("metadata keys", metadata.lastKey(), key);
      }
      metadata.put(key, text("metadata value"));
    }
    return metadata;
  }

  byte[] payload() {
    requireRemaining("payload length", Integer.BYTES);
    long length = Integer.toUnsignedLong(bytes.getInt());
    requireRemaining("payload", length);
    byte[] payload = new byte[(int) length];
    bytes.get(payload);
    return payload;
  }

  void requireEnd() {
    if (bytes.hasRemaining()) {
      throw new MalformedException(
          "entry has " + bytes.remaining() + " bytes after its payload; it must have none");
    }
  }

  private void requireRemaining(String field, long length) {
    if (bytes.remaining() < length) {
      throw new MalformedException(
          "entry %s needs %d bytes, only %d are left".formatted(field, length, bytes.remaining()));
    }
  }

  private static void requireAscending(String field, String before, String next) {
    if (StrictUtf8.BYTE_ORDER.compare(before, next) >= 0) {
      throw new MalformedException(
          "entry " + field + " must be ascending by UTF-8 bytes and without duplicates");
    }
  }
}
