package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.storage.Standing;
import io.tanlian.ledger.storage.StoredHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets one node at a time write, until the end of its transaction. */
public final class BatchLock {
  /** "tanlian" in ASCII: no other use of this database may lock the same number. */
  public static final long LOCK_KEY = 0x74616e6c69616eL;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String STANDING =
      """
      select coalesce((select max(epoch) from ledger.epoch), 0) as newest_epoch,
             newest.size, newest.root, newest.note
      from (values (true)) one left join lateral (
        select size, root, note from ledger.checkpoint order by size desc limit 1) newest on true
      """;

  private final String statement;
  private final String endOverdueHolder;

  BatchLock(SequencerLimits limits) {
    this.endOverdueHolder = endHolder(limits.transactionTimeoutMs());
    this.statement =
        """
        select set_config('synchronous_commit', 'on', true),
               set_config('lock_timeout', '%d', true),
               set_config('statement_timeout', '%d', true),
               set_config('transaction_timeout', '%d', true),
               set_config('idle_in_transaction_session_timeout', '%d', true),
               pg_advisory_xact_lock(%d)
        """
            .formatted(
                limits.lockTimeoutMs(),
                limits.statementTimeoutMs(),
                limits.transactionTimeoutMs(),
                limits.transactionTimeoutMs(),
                LOCK_KEY);
  }

  /**
   * The statement that ends the session of whoever holds it. PostgreSQL ends overdue transactions
   * by itself, but not while it reads a COPY whose sender has fallen silent: that would hold the
   * ledger for hours. It is safe, for such a batch cannot have been committed, and who sent it will
   * hear that it failed.
   *
   * @param overdueMs how long the transaction must have lasted
   */
  public static String endHolder(long overdueMs) {
    return """
    select pg_terminate_backend(held.pid)
    from pg_locks held
    join pg_database here on here.oid = held.database and here.datname = current_database()
    join pg_stat_activity holder on holder.pid = held.pid
    where held.locktype = 'advisory' and held.granted and held.objsubid = 1
      and held.classid = %d and held.objid = %d
      and holder.xact_start < clock_timestamp() - interval '%d milliseconds'
    """
        .formatted(LOCK_KEY >>> Integer.SIZE, LOCK_KEY & 0xffffffffL, overdueMs);
  }

  /** What takes it, until the end of the transaction, and sets a limit on each of its waits. */
  String statement() {
    return statement;
  }

  /** Takes it in the transaction of this connection, and reads how the ledger stands. */
  Standing take(Connection connection) throws SQLException {
    // Two statements: what the second reads must be newer than the lock of the first.
    // Prepared, so that the server plans them once and not for each batch.
    try (PreparedStatement locking = connection.prepareStatement(statement + ";" + STANDING)) {
      locking.execute();
      locking.getMoreResults();
      try (ResultSet row = locking.getResultSet()) {
        row.next();
        return new Standing(row.getLong("newest_epoch"), StoredHead.of(row));
      }
    }
  }

  /**
   * If the lock could not be had because its holder is overdue, that one is ended: the next may
   * have it.
   *
   * @param failure of a transaction that was rolled back
   */
  void endOverdueHolder(Connection connection, SQLException failure) throws SQLException {
    if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
      try (Statement ending = connection.createStatement()) {
        ending.execute(endOverdueHolder);
      }
      connection.commit();
    }
  }
}
