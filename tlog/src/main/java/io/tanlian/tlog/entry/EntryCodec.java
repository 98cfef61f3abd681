package io.tanlian.tlog.entry;

import io.tanlian.tlog.EntryBundle;
import io.tanlian.tlog.MalformedException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/**
 * The canonical bytes of an entry, format 1. All integers are big-endian, all text is UTF-8 after a
 * u16 length in bytes.
 *
 * <pre>
 * header:  u8 format = 1 | 16 bytes event id | type | version | i64 microseconds since the Unix epoch
 *          | u16 count, tags ascending by unsigned bytes
 *          | u16 count, metadata (key, value) ascending by key
 * payload: u32 length | bytes
 * </pre>
 *
 * One entry has one encoding: what decodes re-encodes to the same bytes.
 */
public final class EntryCodec {
  /** The longest entry that an entry bundle (C2SP tlog-tiles) can hold. */
  public static final int ENTRY_BYTES_MAX = EntryBundle.ENTRY_BYTES_MAX;

  static final int FORMAT = 1;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private EntryCodec() {}

  /**
   * The canonical bytes of an entry.
   *
   * @throws IllegalArgumentException if the entry takes more than {@link #ENTRY_BYTES_MAX} bytes
   */
  public static byte[] encode(Entry entry) {
    return concatenate(header(entry), entry.ownPayload());
  }

  /**
   * The bytes of the entry before the payload's length. With the payload they make the entry: see
   * {@link #join}.
   *
   * @throws IllegalArgumentException if a text or a count does not fit 16 bits
   */
  public static byte[] header(Entry entry) {
    EntryWriter writer = new EntryWriter();
    writer.u8(FORMAT);
    writer.i64(entry.eventId().getMostSignificantBits());
    writer.i64(entry.eventId().getLeastSignificantBits());
    writer.text(entry.type());
    writer.text(entry.version());
    writer.i64(microsSinceEpoch(entry.time()));
    writer.u16(entry.tags().size());
    for (String tag : entry.tags()) {
      writer.text(tag);
    }
    writer.u16(entry.metadata().size());
    for (Map.Entry<String, String> pair : entry.metadata().entrySet()) {
      writer.text(pair.getKey());
      writer.text(pair.getValue());
    }
    return writer.written();
  }

  /**
   * The same bytes, of an entry that is encoded already.
   *
   * @param encoded the canonical bytes of {@code entry}
   */
  public static byte[] header(byte[] encoded, Entry entry) {
    return Arrays.copyOf(encoded, encoded.length - Integer.BYTES - entry.payloadLength());
  }

  /**
   * The canonical bytes of the entry with this header and payload, as a receipt's extra and a
   * statement make it.
   *
   * @throws IllegalArgumentException if the header is not exactly that of an entry, or the entry
   *     takes more than {@link #ENTRY_BYTES_MAX} bytes
   */
  public static byte[] join(byte[] header, byte[] payload) {
    byte[] bytes = concatenate(header, payload);
    if (decode(bytes).ownPayload().length != payload.length) {
      throw new MalformedException("entry header must end where the payload begins");
    }
    return bytes;
  }

  private static byte[] concatenate(byte[] header, byte[] payload) {
    long length = (long) header.length + Integer.BYTES + payload.length;
    if (length > ENTRY_BYTES_MAX) {
      throw new IllegalArgumentException(
          "an entry has at most %d bytes, this one %d; send a smaller payload"
              .formatted(ENTRY_BYTES_MAX, length));
    }
    return ByteBuffer.allocate((int) length)
        .put(header)
        .putInt(payload.length)
        .put(payload)
        .array();
  }

  /**
   * The entry with these canonical bytes.
   *
   * @throws MalformedException if the bytes are not the one encoding of an entry
   */
  public static Entry decode(byte[] bytes) {
    if (bytes.length > ENTRY_BYTES_MAX) {
      throw new MalformedException(
          "an entry has at most %d bytes, not %d".formatted(ENTRY_BYTES_MAX, bytes.length));
    }
    EntryReader reader = new EntryReader(bytes);
    int format = reader.u8("format");
    if (format != FORMAT) {
      throw new MalformedException("entry format must be 1, not " + format);
    }
    UUID eventId = new UUID(reader.i64("event id"), reader.i64("event id"));
    String type = reader.text("type");
    String version = reader.text("version");
    Instant time = Instant.EPOCH.plus(reader.i64("time"), ChronoUnit.MICROS);
    SortedSet<String> tags = reader.tags();
    SortedMap<String, String> metadata = reader.metadata();
    byte[] payload = reader.payload();
    reader.requireEnd();
    try {
      return Entry.keeping(eventId, type, version, time, tags, metadata, payload);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("entry: " + e.getMessage(), e);
    }
  }

  /**
   * Rounds seconds towards the epoch first: ChronoUnit.between overflows in the earliest second.
   */
  private static long microsSinceEpoch(Instant time) {
    long seconds = time.getEpochSecond();
    long micros = time.getNano() / NANOS_PER_MICRO;
    if (seconds < 0 && micros > 0) {
      seconds++;
      micros -= MICROS_PER_SECOND;
    }
    try {
      return Math.addExact(Math.multiplyExact(seconds, MICROS_PER_SECOND), micros);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("time does not fit 64 bits of microseconds: " + time, e);
    }
  }
}
