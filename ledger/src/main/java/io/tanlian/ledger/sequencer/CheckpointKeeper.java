package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps the second home of the newest checkpoint in step with the ledger, and notices when it holds
 * a checkpoint that the ledger does not have: then the ledger is an older or another copy, and
 * going on would sign a fork.
 */
final class CheckpointKeeper {
  private static final String CHECKPOINT_AT = "select note from ledger.checkpoint where size = ?";

  private final CheckpointHome home;
  private final DataSource dataSource;
  private Optional<SignedNote> held = Optional.empty();

  CheckpointKeeper(CheckpointHome home, DataSource dataSource) {
    this.home = home;
    this.dataSource = dataSource;
  }

  /** The ledger lacks a checkpoint that was signed; nothing more may be. */
  static final class ForkedLedgerException extends Exception {
    private static final long serialVersionUID = 1L;

    private ForkedLedgerException(Checkpoint held) {
      super(
          "the second home of the checkpoint holds size %d and root %s, which this ledger does not have"
              .formatted(held.size(), held.root()));
    }
  }

  /** Must hold before anything is signed behind what is stored. */
  synchronized void requireSameHistory() throws IOException, SQLException, ForkedLedgerException {
    Optional<SignedNote> newest = home.newest();
    // Also if this node put it there: the ledger may have been set back since.
    if (newest.isPresent()) {
      requireStored(newest.get());
    }
    held = newest;
  }

  /** Puts the checkpoint of a committed batch in the second home. */
  synchronized void keep(SignedNote committed)
      throws IOException, SQLException, ForkedLedgerException {
    while (!home.advance(held, committed)) {
      Optional<SignedNote> other = home.newest();
      if (other.equals(held)) {
        throw new IOException("the second home of the checkpoint neither advances nor changes");
      }
      if (other.isPresent()) {
        requireStored(other.get());
        if (size(other.get()) >= size(committed)) {
          held = other;
          return;
        }
      }
      held = other;
    }
    held = Optional.of(committed);
  }

  private void requireStored(SignedNote note)
      throws IOException, SQLException, ForkedLedgerException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(CHECKPOINT_AT)) {
      query.setLong(1, size(note));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next() || !row.getString(1).equals(note.format())) {
          throw new ForkedLedgerException(Checkpoint.parse(note.text()));
        }
      }
    }
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }
}
