package io.tanlian.tlog.entry;

import io.tanlian.tlog.encoding.StrictUtf8;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the ledger: a value, compared by content. Its canonical bytes ({@link EntryCodec})
 * are what the tree commits to.
 */
public final class Entry {
  private final UUID eventId;
  private final String type;
  private final String version;
  private final Instant time;
  private final SortedSet<String> tags;
  private final SortedMap<String, String> metadata;
  private final byte[] payload;

  private Entry(
      UUID eventId,
      String type,
      String version,
      Instant time,
      SortedSet<String> tags,
      SortedMap<String, String> metadata,
      byte[] payload) {
    requireText("type", type);
    requireText("version", version);
    tags.forEach(tag -> requireText("tag", tag));
    metadata.keySet().forEach(key -> requireText("metadata key", key));
    this.eventId = eventId;
    this.type = type;
    this.version = version;
    this.time = time;
    this.tags = Collections.unmodifiableSortedSet(tags);
    this.metadata = Collections.unmodifiableSortedMap(metadata);
    this.payload = payload;
  }

  /**
   * An entry from collections in any order.
   *
   * @throws IllegalArgumentException if a text other than a metadata value is empty, or the time is
   *     finer than a microsecond
   */
  public static Entry of(
      UUID eventId,
      String type,
      String version,
      Instant time,
      Set<String> tags,
      Map<String, String> metadata,
      byte[] payload) {
    if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException(
          "time must be in whole microseconds; truncate it to ChronoUnit.MICROS: " + time);
    }
    return new Entry(
        eventId, type, version, time, sortedCopy(tags), sortedCopy(metadata), payload.clone());
  }

  /**
   * An entry that keeps what it is given, for who has just read it and hands it to nobody else.
   *
   * @param time in whole microseconds
   * @param tags in {@link StrictUtf8#BYTE_ORDER}
   * @param metadata likewise by its keys
   */
  static Entry keeping(
      UUID eventId,
      String type,
      String version,
      Instant time,
      SortedSet<String> tags,
      SortedMap<String, String> metadata,
      byte[] payload) {
    return new Entry(eventId, type, version, time, tags, metadata, payload);
  }

  /** Identity of the event, unique on the ledger. */
  public UUID eventId() {
    return eventId;
  }

  /** Namespaced event type, such as {@code io.tanlian.Grant}. */
  public String type() {
    return type;
  }

  /** Version of that type. */
  public String version() {
    return version;
  }

  /**
   * When its author says it happened, in whole microseconds; order comes from the index, not from
   * here.
   */
  public Instant time() {
    return time;
  }

  /** What the event touches, for consistency conditions; sorted by UTF-8 bytes. */
  public SortedSet<String> tags() {
    return tags;
  }

  /** Further pairs; sorted by the UTF-8 bytes of their keys. */
  public SortedMap<String, String> metadata() {
    return metadata;
  }

  /** The event's own bytes, kept as received. */
  public byte[] payload() {
    return payload.clone();
  }

  /** How many bytes the payload has. */
  public int payloadLength() {
    return payload.length;
  }

  /** The payload itself, for who only reads it. */
  byte[] ownPayload() {
    return payload;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Entry that
        && eventId.equals(that.eventId)
        && type.equals(that.type)
        && version.equals(that.version)
        && time.equals(that.time)
        && tags.equals(that.tags)
        && metadata.equals(that.metadata)
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return Objects.hash(eventId, type, version, time, tags, metadata, Arrays.hashCode(payload));
  }

  @Override
  public String toString() {
    return "Entry[%s %s/%s at %s, tags %s, metadata %s, payload of %d bytes]"
        .formatted(eventId, type, version, time, tags, metadata, payload.length);
  }

  private static SortedSet<String> sortedCopy(Set<String> tags) {
    SortedSet<String> sorted = new TreeSet<>(StrictUtf8.BYTE_ORDER);
    sorted.addAll(tags);
    return sorted;
  }

  private static SortedMap<String, String> sortedCopy(Map<String, String> metadata) {
    SortedMap<String, String> sorted = new TreeMap<>(StrictUtf8.BYTE_ORDER);
    sorted.putAll(metadata);
    return sorted;
  }

  private static void requireText(String field, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(field + " must not be empty");
    }
  }
}
