package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code ledger.entry}, as its columns say. */
@SuppressWarnings("ArrayRecordComponent") // as read, and handed on within this room only
record EntryRow(long position, byte[] bytes, Hash leafHash) {
  /** The columns that {@link #read} needs, of a table with the alias {@code e}. */
  static final String COLUMNS = "e.position, e.bytes, e.leaf_hash";

  /** Reads the first three columns of the current row. */
  static EntryRow read(ResultSet row) throws SQLException {
    return new EntryRow(row.getLong(1), row.getBytes(2), Hash.of(row.getBytes(3)));
  }

  /** Whether the bytes are still those of the leaf. */
  boolean matchesLeaf() {
    return MerkleTree.leafHash(bytes).equals(leafHash);
  }

  /**
   * The entry, if its bytes still hash to its leaf.
   *
   * @throws CorruptLedgerException if they do not
   */
  SequencedEntry verified() {
    if (!matchesLeaf()) {
      throw new CorruptLedgerException(
          position, "its bytes do not hash to its leaf; one of them was changed");
    }
    return new SequencedEntry(position, decoded());
  }

  /**
   * The entry that the bytes say.
   *
   * @throws CorruptLedgerException if they are none
   */
  Entry decoded() {
    try {
      return EntryCodec.decode(bytes);
    } catch (IllegalArgumentException e) {
      throw new CorruptLedgerException(position, String.valueOf(e.getMessage()));
    }
  }
}
