package io.tanlian.ledger.axon;

import io.tanlian.tlog.entry.Entry;
import java.sql.Connection;
import java.sql.SQLException;

/** What a tail does with each entry. */
@FunctionalInterface
public interface TailHandler {
  /**
   * Handles one entry. Whatever it writes through the connection is committed together with the
   * tail's position, or not at all; if it throws, the entry comes again later.
   *
   * @param connection within a transaction; the handler neither commits, rolls back nor closes
   */
  void handle(Connection connection, long index, Entry entry) throws SQLException;
}
