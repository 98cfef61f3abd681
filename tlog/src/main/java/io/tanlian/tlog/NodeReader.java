package io.tanlian.tlog;

/** Reads nodes of a tree that lie under no missing leaf. */
@FunctionalInterface
public interface NodeReader {
  /**
   * The Merkle tree hash of the complete subtree over leaves {@code [index * 2^level, (index + 1) *
   * 2^level)}.
   *
   * @param level height above the leaves; 0 is a leaf hash
   * @param index position among the nodes of that level, from 0
   */
  Hash node(int level, long index);
}
