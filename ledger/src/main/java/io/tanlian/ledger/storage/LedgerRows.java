package io.tanlian.ledger.storage;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The rows that one batch adds; cleared, it serves the next. */
public final class LedgerRows {
  /** Who listens here hears the tree size of every commit. */
  public static final String CHANNEL = "tanlian_ledger";

  private static final String COPY_ENTRIES =
      "copy ledger.entry (position, bytes, leaf_hash) from stdin (format binary)";
  private static final String COPY_EVENTS =
      "copy ledger.event (event_id, position) from stdin (format binary)";
  private static final String COPY_TAGS =
      "copy ledger.entry_tag (tag, position) from stdin (format binary)";
  private static final String COPY_ATTACHMENTS =
      "copy ledger.attachment (position, content) from stdin (format binary)";
  private static final String COPY_TILES =
      "copy ledger.tile (level, tile_index, hashes, root) from stdin (format binary)";
  private static final String INSERT_CHECKPOINT =
      """
      with added as (
        insert into ledger.checkpoint (size, root, note) values (?, ?, ?) returning size
      )
      select pg_notify('%s', size::text) from added
      """
          .formatted(CHANNEL);

  private final BinaryCopy entries = new BinaryCopy();
  private final BinaryCopy events = new BinaryCopy();
  private final BinaryCopy tags = new BinaryCopy();
  private final BinaryCopy attachments = new BinaryCopy();
  private final BinaryCopy tiles = new BinaryCopy();

  public void entry(long position, EntryRows rows) {
    entries.row(3).int8(position).bytea(rows.bytes()).bytea(rows.leafHash());
    events.row(2).uuid(rows.eventId()).int8(position);
    for (byte[] tag : rows.tags()) {
      tags.row(2).bytea(tag).int8(position);
    }
    if (rows.attachment().length > 0) {
      attachments.row(2).int8(position).bytea(rows.attachment());
    }
  }

  public void tile(int level, long index, List<Hash> hashes, Hash root) {
    tiles.row(4).int2(level).int8(index).bytea(HashTile.encode(hashes)).bytea(root.bytes());
  }

  public void clear() {
    Stream.of(entries, events, tags, attachments, tiles).forEach(BinaryCopy::clear);
  }

  /** Sends all rows but the checkpoint that covers them. */
  public void send(Connection connection) throws SQLException {
    entries.into(connection, COPY_ENTRIES);
    events.into(connection, COPY_EVENTS);
    tags.into(connection, COPY_TAGS);
    attachments.into(connection, COPY_ATTACHMENTS);
    tiles.into(connection, COPY_TILES);
  }

  /** Adds the checkpoint, and lets all nodes hear of it once it is committed. */
  public static void addCheckpoint(Connection connection, long size, Hash root, String note)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CHECKPOINT)) {
      insert.setLong(1, size);
      insert.setBytes(2, root.bytes());
      insert.setString(3, note);
      insert.execute();
    }
  }
}
