package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.KeptEntry;
import io.tanlian.ledger.SequencedEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Reads entries by index, by event id and by tags. */
public final class StoredEntries {
  private static final String PAGE =
      "select %s from ledger.entry e where e.position >= ? and e.position < ? order by e.position"
          .formatted(EntryRow.COLUMNS);

  private static final String BY_TAGS =
      """
      select distinct on (e.position) %s
      from unnest(?::text[], ?::text[]) as wanted(lead, tags)
      cross join lateral (
        select t.position from ledger.entry_tag t
        where t.tag = wanted.lead collate "C" and t.position >= ? and t.position <= ?
          and not exists (
            select 1 from unnest(wanted.tags::text[]) as further(tag)
            where not exists (
              select 1 from ledger.entry_tag o
              where o.tag = further.tag collate "C" and o.position = t.position))
        order by t.position limit ?
      ) hit
      join ledger.entry e on e.position = hit.position
      order by e.position limit ?
      """
          .formatted(EntryRow.COLUMNS);

  private static final String KEPT =
      """
      select %s, a.content from ledger.entry e
      left join ledger.attachment a on a.position = e.position
      where e.position = any (?) order by e.position
      """
          .formatted(EntryRow.COLUMNS);

  private static final String BY_EVENT_ID = "select position from ledger.event where event_id = ?";

  /** Fewer come sooner by a query, which the server has prepared. */
  private static final int COPIED_ENTRIES_MIN = 64;

  private StoredEntries() {}

  /**
   * Entries {@code [from, end)}, every one of them.
   *
   * @throws CorruptLedgerException if one is missing or changed
   */
  public static List<SequencedEntry> page(Connection connection, long from, long end)
      throws SQLException {
    List<SequencedEntry> entries =
        end - from < COPIED_ENTRIES_MIN
            ? queried(connection, from, end)
            : CopiedEntries.read(connection, from, end);
    for (int i = 0; i < end - from; i++) {
      if (i == entries.size() || entries.get(i).index() != from + i) {
        throw new CorruptLedgerException(from + i, "the entry is missing");
      }
    }
    return entries;
  }

  private static List<SequencedEntry> queried(Connection connection, long from, long end)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PAGE)) {
      query.setLong(1, from);
      query.setLong(2, end);
      return read(query);
    }
  }

  /**
   * Entries {@code [from, upTo]} that carry all tags of any of the sets, the first few of them.
   *
   * @throws CorruptLedgerException if the tag index leads to an entry that does not
   */
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
      List<SequencedEntry> found = read(query);
      found.forEach(entry -> requireCarried(entry, criteria));
      return found;
    }
  }

  private static void requireCarried(SequencedEntry entry, Set<Set<String>> criteria) {
    if (criteria.stream().noneMatch(tags -> entry.entry().tags().containsAll(tags))) {
      throw new CorruptLedgerException(
          entry.index(), "the tag index has tags for it that it does not carry");
    }
  }

  /** Those of the entries that are there, in order of index, with the bytes beside them. */
  public static List<KeptEntry> kept(Connection connection, Collection<Long> indexes)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(KEPT)) {
      query.setArray(1, connection.createArrayOf("bigint", indexes.toArray()));
      List<KeptEntry> entries = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new KeptEntry(
                  EntryRow.read(rows).verified(), Optional.ofNullable(rows.getBytes("content"))));
        }
      }
      return entries;
    }
  }

  public static OptionalLong indexOf(Connection connection, UUID eventId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BY_EVENT_ID)) {
      query.setObject(1, eventId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
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
}
