package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.tlog.entry.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Compares what is derived from entries, their event ids and tags, with the entries. */
final class DerivedRows {
  private static final String TAGS =
      "select position, tag from ledger.entry_tag where position >= ? and position < ?";
  private static final String EVENTS =
      "select event_id, position from ledger.event where event_id = any(?)";

  private DerivedRows() {}

  /**
   * Requires the rows of consecutive entries to say what the entries say.
   *
   * @throws CorruptLedgerException at the first entry of which they do not
   */
  static void requireSound(Connection connection, long first, List<Entry> entries)
      throws SQLException {
    Map<Long, Set<String>> tags = tags(connection, first, first + entries.size());
    Map<UUID, Long> events = events(connection, entries);
    long index = first;
    for (Entry entry : entries) {
      Set<String> indexed = tags.getOrDefault(index, Set.of());
      if (!entry.tags().equals(indexed)) {
        throw new CorruptLedgerException(
            index, "the tag index has %s for it, its tags are %s".formatted(indexed, entry.tags()));
      }
      Long position = events.get(entry.eventId());
      if (position == null || position != index) {
        throw new CorruptLedgerException(
            index,
            "the event index has %s for it".formatted(position == null ? "nothing" : position));
      }
      index++;
    }
  }

  private static Map<Long, Set<String>> tags(Connection connection, long first, long end)
      throws SQLException {
    Map<Long, Set<String>> tags = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(TAGS)) {
      query.setLong(1, first);
      query.setLong(2, end);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tags.computeIfAbsent(rows.getLong(1), _ -> new TreeSet<>()).add(rows.getString(2));
        }
      }
    }
    return tags;
  }

  private static Map<UUID, Long> events(Connection connection, List<Entry> entries)
      throws SQLException {
    Map<UUID, Long> events = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(EVENTS)) {
      query.setArray(
          1, connection.createArrayOf("uuid", entries.stream().map(Entry::eventId).toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          events.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
      }
    }
    return events;
  }
}
