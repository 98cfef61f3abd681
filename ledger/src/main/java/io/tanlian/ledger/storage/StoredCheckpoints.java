package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.ProofVerifier;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.TileNodes;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.SignedNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads checkpoints, and makes the receipts that lead to them. */
public final class StoredCheckpoints {
  private static final String LATEST =
      "select size, root, note from ledger.checkpoint order by size desc limit 1";
  private static final String COVERING =
      "select size, root, note from ledger.checkpoint where size > ? order by size limit 1";

  private StoredCheckpoints() {}

  /** The newest checkpoint; none while the ledger is empty. */
  public static Optional<SignedNote> latest(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LATEST)) {
      return note(query);
    }
  }

  /**
   * The receipt of an entry under the checkpoint it was committed with; none if the ledger does not
   * reach it.
   *
   * @throws CorruptLedgerException if what is stored does not prove the entry
   */
  public static Optional<Receipt> receipt(Connection connection, long index) throws SQLException {
    Optional<SignedNote> note;
    try (PreparedStatement query = connection.prepareStatement(COVERING)) {
      query.setLong(1, index);
      note = note(query);
    }
    if (note.isEmpty()) {
      return Optional.empty();
    }
    SequencedEntry entry = StoredEntries.page(connection, index, index + 1).getFirst();
    Checkpoint head = Checkpoint.parse(note.get().text());
    List<Hash> path =
        Proofs.inclusion(
            index, head.size(), new TileNodes(head.size(), new StoredTiles(connection)));
    Hash leaf = MerkleTree.leafHash(EntryCodec.encode(entry.entry()));
    if (ProofVerifier.inclusion(index, head.size(), leaf, path, head.root())
        instanceof Verdict.Fails(String reason)) {
      throw new CorruptLedgerException(
          index,
          "the stored hashes do not lead to the root of checkpoint " + head.size() + ": " + reason);
    }
    return Optional.of(new Receipt(EntryCodec.header(entry.entry()), index, path, note.get()));
  }

  private static Optional<SignedNote> note(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(CheckpointRow.read(row).note()) : Optional.empty();
    }
  }
}
