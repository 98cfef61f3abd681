package io.tanlian.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes roots and proofs from the stored nodes of a tree (RFC 6962, sections 2.1, 2.1.1 and 2.1.2).
 */
public final class Proofs {
  private Proofs() {}

  /** The root of the first {@code size} leaves. */
  public static Hash root(long size, NodeReader reader) {
    requireSize(size);
    return size == 0 ? MerkleTree.EMPTY_ROOT : range(0, size, reader);
  }

  /** PATH(index, D[size]): the hashes from the leaf's sibling up to a child of the root. */
  public static List<Hash> inclusion(long index, long size, NodeReader reader) {
    requireSize(size);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "index must be from 0 to below the tree size %d, not %d".formatted(size, index));
    }
    List<Hash> path = new ArrayList<>();
    addPath(index, 0, size, reader, path);
    return List.copyOf(path);
  }

  /** PROOF(oldSize, D[newSize]); no hashes when the sizes are equal or the old tree is empty. */
  public static List<Hash> consistency(long oldSize, long newSize, NodeReader reader) {
    requireSize(oldSize);
    if (oldSize > newSize) {
      throw new IllegalArgumentException(
          "old size %d must not exceed new size %d".formatted(oldSize, newSize));
    }
    List<Hash> proof = new ArrayList<>();
    if (oldSize > 0) {
      addSubproof(oldSize, 0, newSize, true, reader, proof);
    }
    return List.copyOf(proof);
  }

  private static void addPath(
      long index, long begin, long end, NodeReader reader, List<Hash> path) {
    if (end - begin == 1) {
      return;
    }
    long split = split(begin, end);
    if (index < split) {
      addPath(index, begin, split, reader, path);
      path.add(range(split, end, reader));
    } else {
      addPath(index, split, end, reader, path);
      path.add(range(begin, split, reader));
    }
  }

  private static void addSubproof(
      long oldEnd,
      long begin,
      long end,
      boolean oldRootIsKnown,
      NodeReader reader,
      List<Hash> proof) {
    if (oldEnd == end) {
      if (!oldRootIsKnown) {
        proof.add(range(begin, end, reader));
      }
      return;
    }
    long split = split(begin, end);
    if (oldEnd <= split) {
      addSubproof(oldEnd, begin, split, oldRootIsKnown, reader, proof);
      proof.add(range(split, end, reader));
    } else {
      addSubproof(oldEnd, split, end, false, reader, proof);
      proof.add(range(begin, split, reader));
    }
  }

  private static Hash range(long begin, long end, NodeReader reader) {
    long count = end - begin;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return reader.node(level, begin >>> level);
    }
    long split = split(begin, end);
    return MerkleTree.nodeHash(range(begin, split, reader), range(split, end, reader));
  }

  private static long split(long begin, long end) {
    return begin + Long.highestOneBit(end - begin - 1);
  }

  private static void requireSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("tree size must not be negative: " + size);
    }
  }
}
