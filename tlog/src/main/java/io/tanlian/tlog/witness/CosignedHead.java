package io.tanlian.tlog.witness;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;

/**
 * The tree head of a log that a witness cosigned last: all that it must never forget.
 *
 * @param size number of leaves
 * @param root Merkle tree hash over them
 */
public record CosignedHead(long size, Hash root) {
  /** Of a log the witness never cosigned. */
  public static final CosignedHead NONE = new CosignedHead(0, MerkleTree.EMPTY_ROOT);

  public static CosignedHead of(Checkpoint checkpoint) {
    return new CosignedHead(checkpoint.size(), checkpoint.root());
  }
}
