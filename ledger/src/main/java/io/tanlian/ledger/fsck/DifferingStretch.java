package io.tanlian.ledger.fsck;

import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks for the very rows in which a derived table differs from the entries of a stretch. */
final class DifferingStretch {
  private static final String ENTRIES =
      "select position, bytes from ledger.entry where position >= ? and position < ?";
  private static final String TAGS =
      "select position, tag from ledger.entry_tag where position >= ? and position < ?";
  private static final String EVENTS =
      "select position, event_id from ledger.event where position >= ? and position < ?";
  private static final String EVENTS_BY_ID =
      "select event_id, position from ledger.event where event_id = any (?)";

  private final Connection connection;
  private final long first;
  private final long end;
  private final Map<Long, Entry> entries = new HashMap<>();

  /** A row of the tag index. */
  private record Tagged(long index, String tag) {}

  private DifferingStretch(Connection connection, long first, long end) throws SQLException {
    this.connection = connection;
    this.first = first;
    this.end = end;
    each(
        ENTRIES,
        row -> {
          try {
            entries.put(row.getLong(1), EntryCodec.decode(row.getBytes(2)));
          } catch (IllegalArgumentException _) {
            // Reported with the entry; of its rows nothing can be said.
          }
        });
  }

  static void tags(Connection connection, long first, long end, Findings findings)
      throws SQLException {
    var stretch = new DifferingStretch(connection, first, end);
    Set<Tagged> indexed = new HashSet<>();
    stretch.each(TAGS, row -> indexed.add(new Tagged(row.getLong(1), row.getString(2))));
    Set<Tagged> carried = new HashSet<>();
    stretch.entries.forEach(
        (index, entry) -> entry.tags().forEach(tag -> carried.add(new Tagged(index, tag))));
    carried.stream()
        .filter(tagged -> !indexed.contains(tagged))
        .forEach(row -> findings.add(new FsckFinding.TagNotIndexed(row.index, row.tag)));
    indexed.stream()
        .filter(tagged -> !carried.contains(tagged))
        .forEach(row -> findings.add(new FsckFinding.TagNotOnEntry(row.index, row.tag)));
  }

  static void events(Connection connection, long first, long end, Findings findings)
      throws SQLException {
    var stretch = new DifferingStretch(connection, first, end);
    Map<UUID, Long> found = stretch.positionsOfIds();
    stretch.entries.forEach((index, entry) -> {
      long position = found.getOrDefault(entry.eventId(), -1L);
      if (position != index) {
        findings.add(new FsckFinding.EventNotIndexed(index, entry.eventId(), position));
      }
    });
    stretch.each(
        EVENTS,
        row -> {
          long index = row.getLong(1);
          UUID id = row.getObject(2, UUID.class);
          Entry entry = stretch.entries.get(index);
          if (entry == null || !entry.eventId().equals(id)) {
            findings.add(new FsckFinding.EventNotOnEntry(index, id));
          }
        });
  }

  private Map<UUID, Long> positionsOfIds() throws SQLException {
    Map<UUID, Long> positions = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(EVENTS_BY_ID)) {
      query.setArray(
          1,
          connection.createArrayOf(
              "uuid", entries.values().stream().map(Entry::eventId).toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          positions.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
      }
    }
    return positions;
  }

  private void each(String sql, Row row) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, first);
      query.setLong(2, end);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          row.read(rows);
        }
      }
    }
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }
}
