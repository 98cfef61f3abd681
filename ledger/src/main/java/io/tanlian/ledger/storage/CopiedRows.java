package io.tanlian.ledger.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Rows by COPY, table by table. Keeps its memory for the next batch. */
final class CopiedRows {
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

  private final BinaryCopy entries = new BinaryCopy();
  private final BinaryCopy events = new BinaryCopy();
  private final BinaryCopy tags = new BinaryCopy();
  private final BinaryCopy attachments = new BinaryCopy();
  private final BinaryCopy tiles = new BinaryCopy();

  void add(Connection connection, BatchRows batch) throws SQLException {
    List.of(entries, events, tags, attachments, tiles).forEach(BinaryCopy::clear);
    long position = batch.firstPosition();
    for (EntryRows entry : batch.entries()) {
      entries.row(3).int8(position).bytea(entry.bytes()).bytea(entry.leafHash());
      events.row(2).uuid(entry.eventId()).int8(position);
      for (byte[] tag : entry.tags()) {
        tags.row(2).bytea(tag).int8(position);
      }
      if (entry.attachment().length > 0) {
        attachments.row(2).int8(position).bytea(entry.attachment());
      }
      position++;
    }
    for (FullTile tile : batch.tiles()) {
      tiles
          .row(4)
          .int2(tile.level())
          .int8(tile.index())
          .bytea(tile.encodedHashes())
          .bytea(tile.root().bytes());
    }
    entries.into(connection, COPY_ENTRIES);
    events.into(connection, COPY_EVENTS);
    tags.into(connection, COPY_TAGS);
    attachments.into(connection, COPY_ATTACHMENTS);
    tiles.into(connection, COPY_TILES);
  }

  void addCheckpoint(Connection connection, NewCheckpoint checkpoint) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(NewCheckpoint.INSERT)) {
      insert.setLong(1, checkpoint.size());
      insert.setBytes(2, checkpoint.root().bytes());
      insert.setString(3, checkpoint.note());
      insert.execute();
    }
  }
}
