package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.storage.StoredHead;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets one node at a time write, until the end of its transaction. */
public final class BatchLock {
  /** "tanlian" in ASCII: no other use of this database may lock the same number. */
  public static final long LOCK_KEY = 0x74616e6c69616eL;

  private final String take;

  BatchLock(SequencerLimits limits) {
    this.take =
        // Two statements: what the second reads must be newer than the lock of the first.
        """
        select set_config('synchronous_commit', 'on', true),
               set_config('lock_timeout', '%d', true),
               set_config('statement_timeout', '%d', true),
               set_config('transaction_timeout', '%d', true),
               set_config('idle_in_transaction_session_timeout', '%d', true),
               pg_advisory_xact_lock(%d);
        select coalesce((select max(epoch) from ledger.epoch), 0) as newest_epoch,
               newest.size, newest.root, newest.note
        from (values (true)) one left join lateral (
          select size, root, note from ledger.checkpoint order by size desc limit 1) newest on true
        """
            .formatted(
                limits.lockTimeoutMs(),
                limits.statementTimeoutMs(),
                limits.transactionTimeoutMs(),
                limits.transactionTimeoutMs(),
                LOCK_KEY);
  }

  /**
   * What holds while the lock does.
   *
   * @param epoch the newest epoch; 0 if nobody was ever elected
   */
  record Held(long epoch, StoredHead head) {}

  /** Takes it in the transaction of this connection, and reads who leads and how far the log is. */
  Held take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(take);
      statement.getMoreResults();
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return new Held(row.getLong("newest_epoch"), StoredHead.of(row));
      }
    }
  }
}
