package io.tanlian.ledger.fsck;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The checkpoints whose size ends within a stretch of entries: their notes and signatures. */
final class SignedHeads {
  private static final String CHECKPOINTS =
      """
      select size, root, note from ledger.checkpoint where size > ? and size <= ? order by size
      """;
  private static final int FETCH_ROWS = 1_024;

  private SignedHeads() {}

  /**
   * Checks each by itself, and returns what its root must be compared with.
   *
   * @param leaves of the stretch, a list for each tile
   */
  static List<StretchResult.Signed> check(
      Connection connection,
      long first,
      long end,
      List<List<Hash>> leaves,
      VerifierKey logKey,
      Findings findings)
      throws SQLException {
    List<StretchResult.Signed> signed = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(CHECKPOINTS)) {
      query.setFetchSize(FETCH_ROWS);
      query.setLong(1, first);
      query.setLong(2, end);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          long size = rows.getLong(1);
          Hash root = Hash.of(rows.getBytes(2));
          String reason = objection(size, root, rows.getString(3), logKey);
          if (!reason.isEmpty()) {
            findings.add(new FsckFinding.CheckpointWrong(size, reason));
          }
          int tile = (int) ((size - 1 - first) / TilePath.FULL_WIDTH);
          int width = (int) (size - first - (long) tile * TilePath.FULL_WIDTH);
          Hash edge = MerkleTree.root(leaves.get(tile).subList(0, width));
          signed.add(new StretchResult.Signed(size, tile, edge, root));
        }
      }
    }
    return signed;
  }

  /** What stands against a checkpoint's row, whatever the tree is; empty for nothing. */
  private static String objection(long size, Hash root, String text, VerifierKey logKey) {
    try {
      SignedNote note = SignedNote.parse(text);
      if (Checkpoint.verify(note, logKey) instanceof Verdict.Fails(String reason)) {
        return reason;
      }
      Checkpoint said = Checkpoint.parse(note.text());
      return said.size() == size && said.root().equals(root)
          ? ""
          : "its note says size %d and root %s".formatted(said.size(), said.root().base64());
    } catch (MalformedException e) {
      return "its note is none: " + e.getMessage();
    }
  }
}
