package io.tanlian.ledger;

import io.tanlian.tlog.entry.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Entries to append. */
public final class TestEntries {
  public static final Instant TIME = Instant.parse("2026-11-21T08:00:00.123456Z");

  private TestEntries() {}

  public static Entry entry(String... tags) {
    return Entry.of(
        UUID.randomUUID(),
        "io.tanlian.ProductFootprintDeclaration",
        "1",
        TIME,
        Set.of(tags),
        Map.of("contentType", "application/vc+sd-jwt"),
        "eyJ.payload.sig".getBytes(StandardCharsets.US_ASCII));
  }

  public static NewEntry newEntry(String... tags) {
    return NewEntry.of(entry(tags));
  }

  /** So many entries with one tag. */
  public static List<NewEntry> entries(int count, String tag) {
    return IntStream.range(0, count).mapToObj(_ -> newEntry(tag)).toList();
  }
}
