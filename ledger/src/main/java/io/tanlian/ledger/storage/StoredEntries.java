package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.SequencedEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Reads entries by index, by event id and by tags. */
public final class StoredEntries {
  private static final String PAGE =
      "select %s from ledger.entry e where e.position >= ? and e.position < ? order by e.position"
          .formatted(EntryRow.COLUMNS);

  /**
   * The entry's own tags decide: a row in the tag index that its entry does not bear out is
   * ignored.
   */
  private static final String BY_TAGS =
      """
      select distinct on (e.position) %s
      from unnest(?::text[], ?::text[]) as wanted(lead, tags)
      cross join lateral (
        select t.position from ledger.entry_tag t
        join ledger.entry carrier on carrier.position = t.position
          and carrier.tags @> wanted.tags::text[]
        where t.tag = wanted.lead collate "C" and t.position >= ? and t.position <= ?
        order by t.position limit ?
      ) hit
      join ledger.entry e on e.position = hit.position
      order by e.position limit ?
      """
          .formatted(EntryRow.COLUMNS);

  private static final String BY_EVENT_ID = "select position from ledger.entry where event_id = ?";
  private static final String FIRST_SINCE =
      "select min(position) from ledger.entry where recorded_at >= ?";

  private StoredEntries() {}

  /**
   * Entries {@code [from, end)}, every one of them.
   *
   * @throws CorruptLedgerException if one is missing or changed
   */
  public static List<SequencedEntry> page(Connection connection, long from, long end)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PAGE)) {
      query.setLong(1, from);
      query.setLong(2, end);
      List<SequencedEntry> entries = read(query);
      for (int i = 0; i < end - from; i++) {
        if (i == entries.size() || entries.get(i).index() != from + i) {
          throw new CorruptLedgerException(from + i, "the entry is missing");
        }
      }
      return entries;
    }
  }

  /** Entries {@code [from, upTo]} that carry all tags of any of the sets, the first few of them. */
  public static List<SequencedEntry> byTags(
      Connection connection, Set<Set<String>> criteria, long from, long upTo, int limit)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BY_TAGS)) {
      Object[] leads = criteria.stream().map(tags -> tags.iterator().next()).toArray();
      Object[] tags = criteria.stream().map(TagLiteral::of).toArray();
      query.setArray(1, connection.createArrayOf("text", leads));
      query.setArray(2, connection.createArrayOf("text", tags));
      query.setLong(3, from);
      query.setLong(4, upTo);
      query.setInt(5, limit);
      query.setInt(6, limit);
      return read(query);
    }
  }

  public static OptionalLong indexOf(Connection connection, UUID eventId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BY_EVENT_ID)) {
      query.setObject(1, eventId);
      return firstLong(query);
    }
  }

  /** The smallest index whose entry claims this time or a later one. Reads the whole ledger. */
  public static OptionalLong firstSince(Connection connection, Instant time) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIRST_SINCE)) {
      query.setObject(1, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
      return firstLong(query);
    }
  }

  private static List<SequencedEntry> read(PreparedStatement query) throws SQLException {
    List<SequencedEntry> entries = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.add(EntryRow.read(rows).verified());
      }
    }
    return entries;
  }

  private static OptionalLong firstLong(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return OptionalLong.empty();
      }
      long value = row.getLong(1);
      return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
  }
}
