package io.tanlian.ledger.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Writes one batch after the other, in whichever way is the faster for its size. */
public final class LedgerRows {
  /**
   * A COPY costs two round trips for each table but the least for each row. With so few rows the
   * round trips are the greater part.
   */
  private static final int ONE_MESSAGE_ENTRIES_MAX = 32;

  private final BatchInOneMessage oneMessage;
  private final CopiedRows copied = new CopiedRows();

  /**
   * Knows how to take the lock that lets one node at a time write.
   *
   * @param lock one SQL statement without parameters; what it takes must last until the end of the
   *     transaction
   */
  public LedgerRows(String lock) {
    this.oneMessage = new BatchInOneMessage(lock);
  }

  /** Whether so many entries are best committed by one message. */
  public static boolean fitOneMessage(int entries) {
    return entries <= ONE_MESSAGE_ENTRIES_MAX;
  }

  /**
   * Takes the lock, adds the batch and commits, all in one round trip, on a connection that {@link
   * LedgerPool} opened and that does not commit by itself.
   *
   * @param expected what the batch was worked out for
   * @param checkpoint asked for as late as possible, since signing takes as long as a dozen rows
   * @return false if the ledger stands otherwise: then nothing was written
   * @throws SQLException nothing was written; the transaction is to be rolled back
   */
  public boolean commit(
      Connection connection, Standing expected, BatchRows batch, Supplier<NewCheckpoint> checkpoint)
      throws SQLException, UnansweredCommitException {
    return oneMessage.commit(connection, expected, batch, checkpoint);
  }

  /**
   * Adds a batch to the transaction of this connection, which must hold the lock.
   *
   * @param checkpoint asked for as late as possible, since signing takes as long as a dozen rows
   */
  public void add(Connection connection, BatchRows batch, Supplier<NewCheckpoint> checkpoint)
      throws SQLException {
    copied.add(connection, batch);
    copied.addCheckpoint(connection, checkpoint.get());
  }
}
