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
 * One event of the ledger. Its canonical bytes ({@link EntryCodec}) are what the tree commits to.
 *
 * @param eventId identity of the event, unique on the ledger
 * @param type namespaced event type, such as {@code io.tanlian.Grant}
 * @param version version of that type
 * @param time when its author says it happened, in whole microseconds; order comes from the index,
 *     not from here
 * @param tags what the event touches, for consistency conditions; sorted by UTF-8 bytes
 * @param metadata further pairs; sorted by the UTF-8 bytes of their keys
 * @param payload the event's own bytes, kept as received
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
public record Entry(
    UUID eventId,
    String type,
    String version,
    Instant time,
    SortedSet<String> tags,
    SortedMap<String, String> metadata,
    byte[] payload) {

  public Entry {
    requireText("type", type);
    requireText("version", version);
    if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException(
          "time must be in whole microseconds; truncate it to ChronoUnit.MICROS: " + time);
    }
    tags = sortedCopy(tags);
    tags.forEach(tag -> requireText("tag", tag));
    metadata = sortedCopy(metadata);
    metadata.keySet().forEach(key -> requireText("metadata key", key));
    payload = payload.clone();
  }

  /** An entry from collections in any order. */
  public static Entry of(
      UUID eventId,
      String type,
      String version,
      Instant time,
      Set<String> tags,
      Map<String, String> metadata,
      byte[] payload) {
    return new Entry(eventId, type, version, time, sortedCopy(tags), sortedCopy(metadata), payload);
  }

  @Override
  public byte[] payload() {
    return payload.clone();
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
    return Collections.unmodifiableSortedSet(sorted);
  }

  private static SortedMap<String, String> sortedCopy(Map<String, String> metadata) {
    SortedMap<String, String> sorted = new TreeMap<>(StrictUtf8.BYTE_ORDER);
    sorted.putAll(metadata);
    return Collections.unmodifiableSortedMap(sorted);
  }

  private static void requireText(String field, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(field + " must not be empty");
    }
  }
}
