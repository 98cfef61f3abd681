package io.tanlian.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.tlog.Frontier;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The tables, read as they are and worked through from the stored bytes: indexes are dense, each
 * checkpoint has the root of the entries before it, and events, tags, tiles and attachments tell
 * the same story. Nothing that a transaction left half done gets past it.
 */
public final class StoredLedger {
  private static final String CHECKPOINTS =
      "select size, root, note from ledger.checkpoint where size > ? order by size";
  private static final String EVENTS =
      "select event_id, position from ledger.event where position >= ?";
  private static final String ENTRIES =
      "select position, bytes, leaf_hash from ledger.entry where position >= ? order by position";
  private static final String TAGS =
      "select tag, position from ledger.entry_tag where position >= ?";
  private static final String TILES = "select level, tile_index, hashes from ledger.tile";
  private static final String LAST_ATTACHMENT =
      "select coalesce(max(position), -1) from ledger.attachment";
  private static final int PAGE_ENTRIES = 1_000;

  private final DataSource dataSource;
  private final VerifierKey logKey;
  private final List<Hash> leaves = new ArrayList<>();
  private final Map<UUID, Long> indexByEvent = new HashMap<>();
  private Frontier frontier = Frontier.EMPTY;

  public StoredLedger(DataSource dataSource, VerifierKey logKey) {
    this.dataSource = dataSource;
    this.logKey = logKey;
  }

  /** Works through all that was stored since the last time, in one snapshot. */
  public void requireSound() {
    try (Connection connection = dataSource.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      long first = leaves.size();
      Map<Long, Hash> rootBySize = checkpoints(connection, first);
      Map<Long, Set<String>> tags = new HashMap<>();
      try (PreparedStatement query = connection.prepareStatement(ENTRIES)) {
        query.setFetchSize(PAGE_ENTRIES);
        try (ResultSet rows = withFirst(query, first)) {
          while (rows.next()) {
            add(rows, rootBySize, tags);
          }
        }
      }
      assertThat(rootBySize).as("checkpoints of no stored tree").isEmpty();
      requireEvents(connection, first);
      requireTags(connection, first, tags);
      requireTiles(connection);
      requireAttachments(connection);
      connection.rollback();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public int size() {
    return leaves.size();
  }

  public Map<UUID, Long> indexByEvent() {
    return indexByEvent;
  }

  public Hash leaf(long index) {
    return leaves.get((int) index);
  }

  private void add(ResultSet row, Map<Long, Hash> rootBySize, Map<Long, Set<String>> tags)
      throws SQLException {
    long index = row.getLong("position");
    assertThat(index).as("indexes are dense").isEqualTo(leaves.size());
    byte[] bytes = row.getBytes("bytes");
    Entry entry = EntryCodec.decode(bytes);
    Hash leaf = MerkleTree.leafHash(bytes);
    assertThat(Hash.of(row.getBytes("leaf_hash"))).isEqualTo(leaf);
    leaves.add(leaf);
    frontier = frontier.append(leaf);
    assertThat(indexByEvent.put(entry.eventId(), index))
        .as("event %s is on the ledger twice", entry.eventId())
        .isNull();
    if (!entry.tags().isEmpty()) {
      tags.put(index, entry.tags());
    }
    Hash root = rootBySize.remove(frontier.size());
    if (root != null) {
      assertThat(root).as("root of size %d", frontier.size()).isEqualTo(frontier.root());
    }
  }

  /** Root by size; the greatest is that of the whole tree, or entries would be without one. */
  private Map<Long, Hash> checkpoints(Connection connection, long from) throws SQLException {
    TreeMap<Long, Hash> rootBySize = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(CHECKPOINTS)) {
      query.setLong(1, from);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          SignedNote note = SignedNote.parse(rows.getString("note"));
          assertThat(note.verify(List.of(logKey)).holds()).isTrue();
          Checkpoint checkpoint = Checkpoint.parse(note.text());
          assertThat(checkpoint.size()).isEqualTo(rows.getLong("size"));
          assertThat(checkpoint.root()).isEqualTo(Hash.of(rows.getBytes("root")));
          rootBySize.put(checkpoint.size(), checkpoint.root());
        }
      }
    }
    long head = rootBySize.isEmpty() ? from : rootBySize.lastKey();
    try (PreparedStatement query =
            connection.prepareStatement("select count(*) from ledger.entry where position >= ?");
        ResultSet row = withFirst(query, head)) {
      row.next();
      assertThat(row.getLong(1)).as("entries behind the newest checkpoint").isZero();
    }
    return rootBySize;
  }

  private void requireEvents(Connection connection, long first) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(EVENTS);
        ResultSet rows = withFirst(query, first)) {
      int events = 0;
      while (rows.next()) {
        assertThat(indexByEvent.get(rows.getObject("event_id", UUID.class)))
            .isEqualTo(rows.getLong("position"));
        events++;
      }
      assertThat(events).as("events in the index of events").isEqualTo(leaves.size() - first);
    }
  }

  private static void requireTags(
      Connection connection, long first, Map<Long, Set<String>> expected) throws SQLException {
    Map<Long, Set<String>> indexed = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(TAGS);
        ResultSet rows = withFirst(query, first)) {
      while (rows.next()) {
        indexed
            .computeIfAbsent(rows.getLong("position"), _ -> new HashSet<>())
            .add(rows.getString("tag"));
      }
    }
    assertThat(indexed.equals(expected)).as("the index of tags agrees with the entries").isTrue();
  }

  private void requireTiles(Connection connection) throws SQLException {
    int tiles = 0;
    try (PreparedStatement query = connection.prepareStatement(TILES);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        int level = rows.getInt("level");
        long index = rows.getLong("tile_index");
        List<Hash> hashes = HashTile.decode(rows.getBytes("hashes"), 256);
        for (int i = 0; i < hashes.size(); i += level == 0 ? 1 : 255) {
          int leavesUnder = 1 << (8 * level);
          int begin = (int) (256 * index + i) * leavesUnder;
          assertThat(hashes.get(i))
              .isEqualTo(MerkleTree.root(leaves.subList(begin, begin + leavesUnder)));
        }
        tiles++;
      }
    }
    int expected = 0;
    for (int full = leaves.size() / 256; full > 0; full /= 256) {
      expected += full;
    }
    assertThat(tiles).as("full tiles").isEqualTo(expected);
  }

  private void requireAttachments(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LAST_ATTACHMENT);
        ResultSet row = query.executeQuery()) {
      row.next();
      assertThat(row.getLong(1)).as("attachment without entry").isLessThan(leaves.size());
    }
  }

  private static ResultSet withFirst(PreparedStatement query, long first) throws SQLException {
    query.setLong(1, first);
    return query.executeQuery();
  }
}
