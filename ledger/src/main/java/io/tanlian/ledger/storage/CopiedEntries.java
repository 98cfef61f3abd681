package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.Hash;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Entries in PostgreSQL's binary COPY format. Unlike the rows of a query, which the driver collects
 * first, each is hashed and decoded while the server sends those behind it: a long page takes about
 * as long as the slower of the two, not as both.
 */
final class CopiedEntries {
  private static final String STRETCH =
      "copy (select %s from ledger.entry e where e.position >= %%d and e.position < %%d order by e.position) to stdout (format binary)"
          .formatted(EntryRow.COLUMNS);

  private static final int SIGNATURE_AND_FLAGS_BYTES = 11 + Integer.BYTES;
  private static final int END_OF_ROWS = -1;

  private CopiedEntries() {}

  /**
   * Those of entries {@code [from, end)} that are there, in order. If it fails, the connection is
   * closed: what is left of the answer must not become that to the next question.
   *
   * @throws CorruptLedgerException if one is changed
   */
  static List<SequencedEntry> read(Connection connection, long from, long end) throws SQLException {
    boolean complete = false;
    try {
      List<SequencedEntry> entries = new ArrayList<>((int) (end - from));
      CopyOut copy =
          connection.unwrap(PGConnection.class).getCopyAPI().copyOut(STRETCH.formatted(from, end));
      boolean begun = false;
      for (byte[] sent = copy.readFromCopy(); sent != null; sent = copy.readFromCopy()) {
        ByteBuffer rows = ByteBuffer.wrap(sent);
        if (!begun) {
          skipHeader(rows);
          begun = true;
        }
        while (rows.hasRemaining() && rows.getShort() != END_OF_ROWS) {
          entries.add(row(rows).verified());
        }
      }
      complete = true;
      return entries;
    } finally {
      if (!complete) {
        connection.abort(Runnable::run);
      }
    }
  }

  private static void skipHeader(ByteBuffer rows) {
    rows.position(SIGNATURE_AND_FLAGS_BYTES);
    field(rows);
  }

  private static EntryRow row(ByteBuffer rows) {
    return new EntryRow(ByteBuffer.wrap(field(rows)).getLong(), field(rows), Hash.of(field(rows)));
  }

  private static byte[] field(ByteBuffer rows) {
    byte[] field = new byte[rows.getInt()];
    rows.get(field);
    return field;
  }
}
