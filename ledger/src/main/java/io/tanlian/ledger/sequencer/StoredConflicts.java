package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.storage.TagLiteral;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Asks the stored ledger what stands against the appends of a batch, in one query for all. */
final class StoredConflicts {
  private static final String BY_TAGS =
      """
      select probe.append, min(hit.position)
      from unnest(?::int[], ?::bigint[], ?::text[], ?::text[]) as probe(append, after, lead, tags)
      cross join lateral (
        select t.position from ledger.entry_tag t
        where t.tag = probe.lead collate "C" and t.position > probe.after
          and not exists (
            select 1 from unnest(probe.tags::text[]) as further(tag)
            where not exists (
              select 1 from ledger.entry_tag o
              where o.tag = further.tag collate "C" and o.position = t.position))
        order by t.position limit 1
      ) hit
      group by probe.append
      """;
  private static final String EVENTS =
      "select event_id, position from ledger.event where event_id = any(?)";

  private StoredConflicts() {}

  /**
   * Index of a stored entry that breaks the condition, by position of the append in the batch, for
   * the conditions that reach back beyond the window.
   */
  static Map<Integer, Long> find(
      Connection connection, List<PendingAppend> batch, long size, ConflictWindow window)
      throws SQLException {
    Map<Integer, Long> found = new HashMap<>();
    List<Integer> appends = new ArrayList<>();
    List<Long> afters = new ArrayList<>();
    List<String> leads = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      long after = batch.get(i).condition().after();
      if (after >= size - 1 || window.knowsAllAfter(after)) {
        continue;
      }
      for (Set<String> criterion : batch.get(i).condition().criteria()) {
        if (criterion.isEmpty()) {
          found.put(i, after + 1);
          continue;
        }
        appends.add(i);
        afters.add(after);
        leads.add(criterion.iterator().next());
        tags.add(TagLiteral.of(criterion));
      }
    }
    if (appends.isEmpty()) {
      return found;
    }
    try (PreparedStatement query = connection.prepareStatement(BY_TAGS)) {
      query.setArray(1, connection.createArrayOf("int4", appends.toArray()));
      query.setArray(2, connection.createArrayOf("int8", afters.toArray()));
      query.setArray(3, connection.createArrayOf("text", leads.toArray()));
      query.setArray(4, connection.createArrayOf("text", tags.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.merge(rows.getInt(1), rows.getLong(2), Math::min);
        }
      }
    }
    return found;
  }

  /** Index by event id, of those event ids of the batch that are on the ledger. */
  static Map<UUID, Long> events(
      Connection connection,
      List<PendingAppend> batch,
      ConflictWindow window,
      AbsentEvents absentEvents)
      throws SQLException {
    Map<UUID, Long> found = new HashMap<>();
    List<UUID> unknown = new ArrayList<>();
    for (PendingAppend append : batch) {
      for (PendingAppend.Leaf leaf : append.leaves()) {
        UUID eventId = leaf.entry().eventId();
        OptionalLong recent = window.event(eventId);
        if (recent.isPresent()) {
          found.put(eventId, recent.getAsLong());
        } else if (!absentEvents.surelyAbsent(eventId, window.begin())) {
          unknown.add(eventId);
        }
      }
    }
    if (unknown.isEmpty()) {
      return found;
    }
    try (PreparedStatement query = connection.prepareStatement(EVENTS)) {
      query.setArray(1, connection.createArrayOf("uuid", unknown.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
      }
    }
    return found;
  }
}
