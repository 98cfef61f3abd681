package io.tanlian.ledger.storage;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.entry.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The rows that one batch adds. */
public final class LedgerRows {
  private static final String COPY_ENTRIES =
      """
      copy ledger.entry
        (position, event_id, type, version, recorded_at, tags, metadata, payload, leaf_hash)
      from stdin (format binary)
      """;
  private static final String COPY_TAGS =
      "copy ledger.entry_tag (tag, position) from stdin (format binary)";
  private static final String COPY_ATTACHMENTS =
      "copy ledger.attachment (position, content) from stdin (format binary)";
  private static final String COPY_TILES =
      "copy ledger.tile (level, tile_index, hashes, root) from stdin (format binary)";
  private static final String INSERT_CHECKPOINT =
      "insert into ledger.checkpoint (size, root, note) values (?, ?, ?)";

  private final BinaryCopy entries = new BinaryCopy();
  private final BinaryCopy tags = new BinaryCopy();
  private final BinaryCopy attachments = new BinaryCopy();
  private final BinaryCopy tiles = new BinaryCopy();
  private boolean hasTags;
  private boolean hasAttachments;
  private boolean hasTiles;

  public void entry(long position, Entry entry, Hash leafHash) {
    entries
        .row(9)
        .int8(position)
        .uuid(entry.eventId())
        .text(entry.type())
        .text(entry.version())
        .timestamptz(entry.time())
        .textArray(entry.tags())
        .bytea(MetadataColumn.encode(entry.metadata()))
        .bytea(entry.payload())
        .bytea(leafHash.bytes());
    for (String tag : entry.tags()) {
      tags.row(2).text(tag).int8(position);
      hasTags = true;
    }
  }

  public void attachment(long position, byte[] content) {
    attachments.row(2).int8(position).bytea(content);
    hasAttachments = true;
  }

  public void tile(int level, long index, List<Hash> hashes, Hash root) {
    tiles.row(4).int2(level).int8(index).bytea(HashTile.encode(hashes)).bytea(root.bytes());
    hasTiles = true;
  }

  /** Sends the rows and the checkpoint that covers them. */
  public void write(Connection connection, long size, Hash root, String note) throws SQLException {
    entries.into(connection, COPY_ENTRIES);
    if (hasTags) {
      tags.into(connection, COPY_TAGS);
    }
    if (hasAttachments) {
      attachments.into(connection, COPY_ATTACHMENTS);
    }
    if (hasTiles) {
      tiles.into(connection, COPY_TILES);
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CHECKPOINT)) {
      insert.setLong(1, size);
      insert.setBytes(2, root.bytes());
      insert.setString(3, note);
      insert.executeUpdate();
    }
  }
}
