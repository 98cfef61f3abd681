package io.tanlian.ledger.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a few entries and their checkpoint in one round trip: prepared statements that the
 * driver sends together, each with a table's columns as arrays.
 */
final class RowsInOneMessage {
  private static final String INSERT_ALL =
      """
      insert into ledger.entry (position, bytes, leaf_hash)
        select generate_series(?, ?), unnest(?), unnest(?);
      insert into ledger.event (position, event_id)
        select generate_series(?, ?), unnest(?);
      insert into ledger.entry_tag (position, tag)
        select unnest(?), unnest(?);
      """
          + NewCheckpoint.INSERT;

  private RowsInOneMessage() {}

  static void add(Connection connection, BatchRows batch, NewCheckpoint checkpoint)
      throws SQLException {
    List<EntryRows> entries = batch.entries();
    List<Long> tagPositions = new ArrayList<>();
    List<byte[]> tags = new ArrayList<>();
    long position = batch.firstPosition();
    for (EntryRows entry : entries) {
      for (byte[] tag : entry.tags()) {
        tagPositions.add(position);
        tags.add(tag);
      }
      position++;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ALL)) {
      insert.setLong(1, batch.firstPosition());
      insert.setLong(2, batch.lastPosition());
      insert.setObject(3, BinaryArray.bytea(entries.stream().map(EntryRows::bytes).toList()));
      insert.setObject(4, BinaryArray.bytea(entries.stream().map(EntryRows::leafHash).toList()));
      insert.setLong(5, batch.firstPosition());
      insert.setLong(6, batch.lastPosition());
      insert.setObject(7, BinaryArray.uuid(entries.stream().map(EntryRows::eventId).toList()));
      insert.setObject(8, BinaryArray.int8(tagPositions));
      insert.setObject(9, BinaryArray.text(tags));
      insert.setLong(10, checkpoint.size());
      insert.setBytes(11, checkpoint.root().bytes());
      insert.setString(12, checkpoint.note());
      insert.execute();
    }
  }
}
