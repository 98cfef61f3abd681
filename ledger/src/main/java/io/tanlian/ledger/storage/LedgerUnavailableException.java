package io.tanlian.ledger.storage;

import java.sql.SQLException;

/**
 * The database did not answer, or not in time. Nothing is known about what was asked. The message
 * may be shown to anyone; what the database said is the cause, for the log.
 */
public final class LedgerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerUnavailableException(SQLException cause) {
    super("the ledger's database does not answer", cause);
  }
}
