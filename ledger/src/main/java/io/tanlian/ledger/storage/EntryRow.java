package io.tanlian.ledger.storage;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A row of {@code ledger.entry}, as its columns say. */
record EntryRow(long position, Entry entry, Hash leafHash) {
  /** The columns that {@link #read} needs, of a table with the alias {@code e}. */
  static final String COLUMNS =
      """
      e.position, e.event_id, e.type, e.version,
      (extract(epoch from e.recorded_at) * 1000000)::bigint as micros,
      e.tags, e.metadata, e.payload, e.leaf_hash
      """;

  /**
   * Reads the current row.
   *
   * @throws CorruptLedgerException if its columns are not those of an entry
   */
  static EntryRow read(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    List<String> tags = List.of((String[]) row.getArray("tags").getArray());
    try {
      Entry entry =
          Entry.of(
              row.getObject("event_id", UUID.class),
              row.getString("type"),
              row.getString("version"),
              Instant.EPOCH.plus(row.getLong("micros"), ChronoUnit.MICROS),
              Set.copyOf(tags),
              MetadataColumn.decode(row.getBytes("metadata")),
              row.getBytes("payload"));
      if (!List.copyOf(entry.tags()).equals(tags)) {
        throw new CorruptLedgerException(position, "its tags are not in canonical order");
      }
      return new EntryRow(position, entry, Hash.of(row.getBytes("leaf_hash")));
    } catch (IllegalArgumentException e) {
      throw new CorruptLedgerException(position, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The canonical bytes of what the columns say.
   *
   * @throws CorruptLedgerException if they are too many
   */
  byte[] encoded() {
    try {
      return EntryCodec.encode(entry);
    } catch (IllegalArgumentException e) {
      throw new CorruptLedgerException(position, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The entry, if its columns still hash to its leaf.
   *
   * @throws CorruptLedgerException if they do not
   */
  SequencedEntry verified() {
    if (!MerkleTree.leafHash(encoded()).equals(leafHash)) {
      throw new CorruptLedgerException(
          position, "its columns do not hash to its leaf; one of them was changed");
    }
    return new SequencedEntry(position, entry);
  }
}
