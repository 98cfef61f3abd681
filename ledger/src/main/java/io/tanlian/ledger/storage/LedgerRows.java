package io.tanlian.ledger.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Writes the rows of one batch after the other, in whichever way is the faster for its size. */
public final class LedgerRows {
  /**
   * A COPY costs two round trips for each table but the least for each row. With so few rows the
   * round trips are the greater part.
   */
  private static final int ONE_MESSAGE_ENTRIES_MAX = 32;

  private final CopiedRows copied = new CopiedRows();

  /**
   * Adds a batch to the transaction of this connection, which must be one that {@link LedgerPool}
   * opened.
   *
   * @param checkpoint asked for as late as possible, since signing takes as long as a dozen rows
   */
  public void add(Connection connection, BatchRows batch, Supplier<NewCheckpoint> checkpoint)
      throws SQLException {
    copied.addAttachmentsAndTiles(connection, batch);
    if (batch.entries().size() <= ONE_MESSAGE_ENTRIES_MAX) {
      RowsInOneMessage.add(connection, batch, checkpoint.get());
    } else {
      copied.addEntries(connection, batch);
      copied.addCheckpoint(connection, checkpoint.get());
    }
  }
}
