package io.tanlian.ledger.home;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.storage.StoredCheckpoints;
import io.tanlian.ledger.storage.StoredTiles;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.TileNodes;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.sql.DataSource;

/**
 * Compares the ledger with the second home of its newest checkpoint: at each start and at each
 * election, before anything is signed.
 */
public final class HomeCheck {
  private final CheckpointHome home;
  private final DataSource ledger;
  private final VerifierKey logKey;

  public HomeCheck(CheckpointHome home, DataSource ledger, VerifierKey logKey) {
    this.home = home;
    this.ledger = ledger;
    this.logKey = logKey;
  }

  /**
   * Compares, and advances the home where it is behind.
   *
   * @throws IOException if the home does not answer
   * @throws SQLException if the ledger's database does not answer
   */
  public HomeFinding check() throws IOException, SQLException {
    return checkAcceptingLost(0);
  }

  /**
   * The same, but takes the loss of entries upon the operator's word, and sets the home back.
   *
   * @param lostSize the size of the home's checkpoint; any other than the home's is not accepted
   */
  public HomeFinding checkAcceptingLost(long lostSize) throws IOException, SQLException {
    // The home first: the ledger is never behind what was read here, also while a node appends.
    Optional<SignedNote> kept = home.newest();
    try (Connection connection = ledger.getConnection()) {
      HomeFinding finding = compare(home, kept, connection, logKey);
      boolean accepted =
          finding instanceof HomeFinding.EntriesLost lost && lost.homeSize() == lostSize;
      if (!accepted && !(finding instanceof HomeFinding.HomeBehind)) {
        return finding;
      }
      Optional<SignedNote> own = StoredCheckpoints.latest(connection);
      if (own.isEmpty()) {
        throw new IOException(
            "an empty ledger is a new log: start it with a new data directory and another name");
      }
      return advance(kept, own.get(), finding);
    }
  }

  /**
   * Compares, and changes nothing.
   *
   * @param kept what the home held before anything was read of the ledger
   */
  public static HomeFinding compare(
      CheckpointHome home, Optional<SignedNote> kept, Connection ledger, VerifierKey logKey)
      throws SQLException {
    try {
      return judge(
          home.toString(),
          kept,
          StoredCheckpoints.latest(ledger),
          logKey,
          size -> root(ledger, size));
    } catch (CorruptLedgerException e) {
      return new HomeFinding.LedgerDamaged(String.valueOf(e.getMessage()));
    } catch (StoredTiles.ReadFailure e) {
      throw e.sql();
    }
  }

  /** Another node may have advanced it meanwhile; that is as good. */
  private HomeFinding advance(Optional<SignedNote> kept, SignedNote own, HomeFinding finding)
      throws IOException {
    if (!home.advance(kept, own) && finding instanceof HomeFinding.EntriesLost) {
      throw new IOException("another node changed " + home + " meanwhile; start again");
    }
    return finding instanceof HomeFinding.EntriesLost ? new HomeFinding.InStep() : finding;
  }

  /**
   * The decision alone.
   *
   * @param home its name, for people
   * @param kept what the home holds
   * @param own the ledger's newest checkpoint
   * @param rootAt the ledger's root at a size within it
   */
  static HomeFinding judge(
      String home,
      Optional<SignedNote> kept,
      Optional<SignedNote> own,
      VerifierKey logKey,
      LongFunction<Hash> rootAt) {
    long ledgerSize = own.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
    if (kept.isEmpty()) {
      return ledgerSize == 0 ? new HomeFinding.InStep() : new HomeFinding.HomeBehind(0, ledgerSize);
    }
    if (Checkpoint.verify(kept.get(), logKey) instanceof Verdict.Fails(String reason)) {
      return new HomeFinding.NotOurs(home, reason);
    }
    Checkpoint signed = Checkpoint.parse(kept.get().text());
    if (signed.size() > ledgerSize) {
      return new HomeFinding.EntriesLost(home, signed.size(), ledgerSize);
    }
    Hash root = rootAt.apply(signed.size());
    if (!root.equals(signed.root())) {
      return new HomeFinding.Forked(home, signed.size(), signed.root(), root);
    }
    return signed.size() == ledgerSize
        ? new HomeFinding.InStep()
        : new HomeFinding.HomeBehind(signed.size(), ledgerSize);
  }

  private static Hash root(Connection connection, long size) {
    return Proofs.root(size, new TileNodes(size, new StoredTiles(connection)));
  }
}
