package io.tanlian.ledger.fsck;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks entries {@code [first, end)}: their bytes, their tiles and the checkpoints among them. */
final class EntryStretch {
  private static final String ENTRIES =
      """
      select position, bytes, leaf_hash from ledger.entry
      where position >= ? and position < ? order by position
      """;
  private static final int FETCH_ROWS = 512;

  private final Connection connection;
  private final long first;
  private final long end;
  private final Findings findings;
  private final RowSums.Side tags;
  private final RowSums.Side events;
  private final List<@Nullable Leaf> leaves = new ArrayList<>();
  private long bytes;

  /** What an entry hashes to, and what its row says that it does. */
  record Leaf(Hash computed, Hash stored) {}

  EntryStretch(
      Connection connection,
      long first,
      long end,
      Findings findings,
      RowSums.Side tags,
      RowSums.Side events) {
    this.connection = connection;
    this.first = first;
    this.end = end;
    this.findings = findings;
    this.tags = tags;
    this.events = events;
  }

  StretchResult check(VerifierKey logKey) throws SQLException {
    readEntries();
    LeafTiles tiles = LeafTiles.read(connection, first, end);
    List<List<Hash>> chosen = new ArrayList<>();
    for (int begin = 0; begin < leaves.size(); begin += TilePath.FULL_WIDTH) {
      List<@Nullable Leaf> tile =
          leaves.subList(begin, Math.min(begin + TilePath.FULL_WIDTH, leaves.size()));
      chosen.add(tiles.check((first + begin) / TilePath.FULL_WIDTH, tile, findings));
    }
    return new StretchResult(
        end - first,
        bytes,
        chosen.stream().map(MerkleTree::root).toList(),
        SignedHeads.check(connection, first, end, chosen, logKey, findings));
  }

  private void readEntries() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ENTRIES)) {
      query.setFetchSize(FETCH_ROWS);
      query.setLong(1, first);
      query.setLong(2, end);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          long position = rows.getLong(1);
          missingBefore(position);
          entry(position, rows.getBytes(2), rows.getBytes(3));
        }
      }
    }
    missingBefore(end);
  }

  private void missingBefore(long position) {
    for (long missing = first + leaves.size(); missing < position; missing++) {
      findings.add(new FsckFinding.EntryMissing(missing));
      leaves.add(null);
    }
  }

  private void entry(long position, byte[] encoded, byte[] leafHash) {
    bytes += encoded.length;
    Leaf leaf = new Leaf(MerkleTree.leafHash(encoded), Hash.of(leafHash));
    leaves.add(leaf);
    if (!leaf.computed.equals(leaf.stored)) {
      findings.add(new FsckFinding.LeafDiffers(position));
    }
    try {
      Entry entry = EntryCodec.decode(encoded);
      events.add(position, uuidBytes(entry.eventId()));
      entry.tags().forEach(tag -> tags.add(position, StrictUtf8.encode(tag)));
    } catch (IllegalArgumentException e) {
      findings.add(new FsckFinding.EntryMalformed(position, String.valueOf(e.getMessage())));
    }
  }

  static byte[] uuidBytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
