package io.tanlian.ledger.fsck;

import io.tanlian.tlog.Hash;
import java.util.List;

/**
 * What the check of some whole tiles' worth of entries hands on to those above it.
 *
 * @param entries how many there should be
 * @param bytes of the entries
 * @param tiles the root of each tile's entries, full or not, in order
 * @param checkpoints those whose size ends within, in order
 */
record StretchResult(long entries, long bytes, List<Hash> tiles, List<Signed> checkpoints) {

  /**
   * A checkpoint, to be compared with the tree.
   *
   * @param tile within the stretch, the tile it ends in or at the end of
   * @param edge the root over that tile's entries under the checkpoint
   */
  record Signed(long size, int tile, Hash edge, Hash root) {}
}
