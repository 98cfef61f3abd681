package io.tanlian.verifier.audit;

import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.util.Optional;

/** What the run before left behind. */
final class KeptHistory {
  static final String CHECKPOINT = "checkpoint";

  private KeptHistory() {}

  /**
   * The checkpoint of the run before.
   *
   * @throws IOException if there is one that the pinned key did not sign
   */
  static Optional<Checkpoint> head(AuditDirectory kept, VerifierKey pinned) throws IOException {
    Optional<byte[]> note = kept.read(CHECKPOINT);
    if (note.isEmpty()) {
      return Optional.empty();
    }
    return switch (SignedHead.read(note.get(), pinned)) {
      case SignedHead.Genuine(Checkpoint checkpoint, var _) -> Optional.of(checkpoint);
      case SignedHead.Rejected(String reason) ->
          throw new IOException(
              "the checkpoint kept in the audit directory is not one of the pinned log: %s; use"
                      .formatted(reason)
                  + " another directory, or the key this one was begun with");
    };
  }

  /** The tree as the run before verified it; empty if the kept tiles no longer give its root. */
  static Optional<RebuiltTree> tree(AuditDirectory kept, Checkpoint head) throws IOException {
    RebuiltTree tree = new RebuiltTree();
    for (long index = 0; tree.size() < head.size(); index++) {
      TilePath.Hashes path = TilePath.Hashes.at(0, index, head.size());
      Optional<byte[]> tile = kept.read(path.format());
      if (tile.isEmpty()) {
        return Optional.empty();
      }
      try {
        HashTile.decode(tile.get(), path.width()).forEach(tree::append);
      } catch (MalformedException damaged) {
        return Optional.empty();
      }
    }
    return Optional.of(tree).filter(whole -> whole.root(head.size()).equals(head.root()));
  }

  /** Takes over what a run verified. The checkpoint comes last: until then the old one holds. */
  static void replace(
      AuditDirectory kept,
      AuditDirectory incoming,
      Optional<Checkpoint> previous,
      Checkpoint head,
      byte[] note)
      throws IOException {
    incoming.moveAllTo(kept);
    kept.write(CHECKPOINT, note);
    if (previous.isPresent()) {
      deletePartialTiles(kept, previous.get().size(), head.size());
    }
  }

  private static void deletePartialTiles(AuditDirectory kept, long oldSize, long newSize)
      throws IOException {
    for (int shift = 0; oldSize >> shift > 0; shift += Byte.SIZE) {
      long hashes = oldSize >> shift;
      if (hashes % TilePath.FULL_WIDTH != 0 && hashes != newSize >> shift) {
        long index = hashes / TilePath.FULL_WIDTH;
        kept.delete(TilePath.Hashes.at(shift / Byte.SIZE, index, oldSize).format());
        if (shift == 0) {
          kept.delete(TilePath.Entries.at(index, oldSize).format());
        }
      }
    }
  }
}
