package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code ledger.checkpoint} whose columns say what its note says. */
record CheckpointRow(StoredHead head, SignedNote note) {

  /**
   * Reads the columns size, root and note of the current row.
   *
   * @throws CorruptLedgerException at the last entry under the checkpoint, if they contradict each
   *     other
   */
  static CheckpointRow read(ResultSet row) throws SQLException {
    StoredHead head = new StoredHead(row.getLong("size"), Hash.of(row.getBytes("root")));
    try {
      SignedNote note = SignedNote.parse(row.getString("note"));
      Checkpoint said = Checkpoint.parse(note.text());
      if (said.size() != head.size() || !said.root().equals(head.root())) {
        throw new CorruptLedgerException(
            head.size() - 1,
            "the checkpoint stored for size %d and root %s says size %d and root %s"
                .formatted(head.size(), head.root(), said.size(), said.root()));
      }
      return new CheckpointRow(head, note);
    } catch (MalformedException e) {
      throw new CorruptLedgerException(
          head.size() - 1, "the checkpoint stored for it is none: " + e.getMessage());
    }
  }
}
