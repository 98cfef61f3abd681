package io.tanlian.ledger.replay;

import io.tanlian.ledger.SequencedEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How tables follow from the ledger. */
public interface Projection {
  /**
   * What the entry's effect belongs to. Entries with the same key are applied in order of index;
   * those with different keys in any order, at the same time.
   */
  String laneKey(SequencedEntry entry);

  /**
   * Writes what these entries change, in the transaction that also keeps how far the lane has come.
   *
   * @param connection neither committed, rolled back nor closed here
   * @param schema where the tables to write are
   * @param entries of one lane, in order of index
   */
  void apply(Connection connection, String schema, List<SequencedEntry> entries)
      throws SQLException;
}
