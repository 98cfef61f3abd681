package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.NewEntry;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.entry.Entry;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the database can hold beyond the entry's own format. Checked on the caller's thread: one bad
 * entry must not fail the batch of others.
 */
final class EntryLimits {
  static final int TAG_BYTES_MAX = 1_024;
  static final int TAGS_MAX = 256;
  static final int ATTACHMENT_BYTES_MAX = 1_048_576;
  private static final Instant TIME_MIN = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant TIME_MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

  private EntryLimits() {}

  /** The rule that the entry breaks. */
  static Optional<String> broken(NewEntry added) {
    Entry entry = added.entry();
    if (entry.tags().size() > TAGS_MAX) {
      return Optional.of(
          "an entry has at most %d tags, this one %d".formatted(TAGS_MAX, entry.tags().size()));
    }
    for (String tag : entry.tags()) {
      int length = StrictUtf8.encode(tag).length;
      if (length > TAG_BYTES_MAX) {
        return Optional.of(
            "a tag has at most %d bytes of UTF-8, not %d".formatted(TAG_BYTES_MAX, length));
      }
    }
    if (Stream.concat(Stream.of(entry.type(), entry.version()), entry.tags().stream())
        .anyMatch(text -> text.indexOf('\0') >= 0)) {
      return Optional.of("type, version and tags must not hold U+0000; PostgreSQL cannot store it");
    }
    if (entry.time().isBefore(TIME_MIN) || entry.time().isAfter(TIME_MAX)) {
      return Optional.of("time must be in the years 1 to 9999, not " + entry.time());
    }
    if (added.attachment().length > ATTACHMENT_BYTES_MAX) {
      return Optional.of(
          "an attachment has at most %d bytes, not %d"
              .formatted(ATTACHMENT_BYTES_MAX, added.attachment().length));
    }
    return Optional.empty();
  }
}
