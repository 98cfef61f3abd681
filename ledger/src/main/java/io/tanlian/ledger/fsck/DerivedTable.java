package io.tanlian.ledger.fsck;

import io.tanlian.tlog.encoding.StrictUtf8;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A table that follows from the entries, read in the order in which it lies on disk. */
enum DerivedTable {
  EVENT("ledger.event", "event_id") {
    @Override
    byte[] value(ResultSet row) throws SQLException {
      return EntryStretch.uuidBytes(row.getObject(2, UUID.class));
    }

    @Override
    FsckFinding beyondHead(ResultSet row) throws SQLException {
      return new FsckFinding.EventNotOnEntry(row.getLong(1), row.getObject(2, UUID.class));
    }
  },
  TAG("ledger.entry_tag", "tag") {
    @Override
    byte[] value(ResultSet row) throws SQLException {
      return StrictUtf8.encode(row.getString(2));
    }

    @Override
    FsckFinding beyondHead(ResultSet row) throws SQLException {
      return new FsckFinding.TagNotOnEntry(row.getLong(1), row.getString(2));
    }
  };

  /** Blocks of 8 KB that are read as one piece of work. */
  static final int PIECE_BLOCKS = 2_048;

  private static final int FETCH_ROWS = 4_096;

  private final String table;
  private final String blocksQuery;
  private final String pieceQuery;

  DerivedTable(String table, String column) {
    this.table = table;
    this.blocksQuery =
        "select pg_relation_size('" + table + "') / current_setting('block_size')::bigint";
    this.pieceQuery =
        "select position, " + column + " from " + table + " where ctid >= ?::tid and ctid < ?::tid";
  }

  /** What is summed of a row beside its position. */
  abstract byte[] value(ResultSet row) throws SQLException;

  abstract FsckFinding beyondHead(ResultSet row) throws SQLException;

  String table() {
    return table;
  }

  long blocks(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(blocksQuery);
        ResultSet answer = query.executeQuery()) {
      answer.next();
      return answer.getLong(1);
    }
  }

  /** Sums the rows of {@link #PIECE_BLOCKS} blocks; returns how many rows there are. */
  long sum(Connection connection, long block, long size, RowSums.Side sums, Findings findings)
      throws SQLException {
    long count = 0;
    try (PreparedStatement query = connection.prepareStatement(pieceQuery)) {
      query.setFetchSize(FETCH_ROWS);
      query.setString(1, "(" + block + ",0)");
      query.setString(2, "(" + (block + PIECE_BLOCKS) + ",0)");
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          count++;
          long position = rows.getLong(1);
          if (position < size) {
            sums.add(position, value(rows));
          } else {
            findings.add(beyondHead(rows));
          }
        }
      }
    }
    return count;
  }
}
