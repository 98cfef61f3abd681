package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.tlog.Frontier;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.TileNodes;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.VerifierKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The checkpoints under which the entries of a bundle were committed: receipts lead to them. */
final class BundleCheckpoints {
  private static final String WITHIN =
      """
      select size, root, note from ledger.checkpoint
      where size > ? and size <= ? order by size
      """;

  private BundleCheckpoints() {}

  /**
   * Requires each to be signed, and to have the root of the entries before it.
   *
   * @param first index of the bundle's first entry
   * @param leaves hashes of its entries
   * @throws CorruptLedgerException at the last entry under a checkpoint that is not
   */
  static void requireSound(Connection connection, long first, List<Hash> leaves, VerifierKey logKey)
      throws SQLException {
    Frontier tree = Frontier.of(first, new TileNodes(first, new StoredTiles(connection)));
    try (PreparedStatement query = connection.prepareStatement(WITHIN)) {
      query.setLong(1, first);
      query.setLong(2, first + leaves.size());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          CheckpointRow row = CheckpointRow.read(rows);
          while (tree.size() < row.head().size()) {
            tree = tree.append(leaves.get((int) (tree.size() - first)));
          }
          requireSound(row, tree.root(), logKey);
        }
      }
    }
  }

  private static void requireSound(CheckpointRow row, Hash root, VerifierKey logKey) {
    long last = row.head().size() - 1;
    if (!row.head().root().equals(root)) {
      throw new CorruptLedgerException(
          last,
          "the checkpoint of size %d has root %s, its entries give %s"
              .formatted(row.head().size(), row.head().root(), root));
    }
    if (Checkpoint.verify(row.note(), logKey) instanceof Verdict.Fails(String reason)) {
      throw new CorruptLedgerException(
          last, "the checkpoint of size %d: %s".formatted(row.head().size(), reason));
    }
  }
}
