package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The tree under the newest checkpoint. */
public record StoredHead(long size, Hash root) {
  private static final String NEWEST =
      "select size, root, note from ledger.checkpoint order by size desc limit 1";
  private static final StoredHead EMPTY = new StoredHead(0, MerkleTree.EMPTY_ROOT);

  /**
   * Reads it.
   *
   * @throws CorruptLedgerException if the row's columns contradict its note
   */
  public static StoredHead read(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWEST);
        ResultSet row = query.executeQuery()) {
      return row.next() ? CheckpointRow.read(row).head() : EMPTY;
    }
  }

  /**
   * The head in the columns size, root and note of the current row; an empty tree if they are null.
   *
   * @throws CorruptLedgerException if the row's columns contradict its note
   */
  public static StoredHead of(ResultSet row) throws SQLException {
    row.getLong("size");
    return row.wasNull() ? EMPTY : CheckpointRow.read(row).head();
  }
}
