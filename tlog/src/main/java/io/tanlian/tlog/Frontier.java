package io.tanlian.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: its size and the roots of the complete subtrees it falls into,
 * largest first. This is all that appending needs. Immutable.
 */
public final class Frontier {
  public static final Frontier EMPTY = new Frontier(0, List.of());

  private final long size;
  private final List<Hash> subtrees;

  private Frontier(long size, List<Hash> subtrees) {
    this.size = size;
    this.subtrees = subtrees;
  }

  /** The frontier of the first {@code size} leaves of a stored tree. */
  public static Frontier of(long size, NodeReader reader) {
    if (size < 0) {
      throw new IllegalArgumentException("tree size must not be negative: " + size);
    }
    List<Hash> subtrees = new ArrayList<>();
    long begin = 0;
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
      subtrees.add(reader.node(level, begin >>> level));
      begin += 1L << level;
    }
    return new Frontier(size, List.copyOf(subtrees));
  }

  /** The frontier with one more leaf. */
  public Frontier append(Hash leaf) {
    List<Hash> grown = new ArrayList<>(subtrees);
    Hash carried = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      carried = MerkleTree.nodeHash(grown.removeLast(), carried);
    }
    grown.add(carried);
    return new Frontier(Math.addExact(size, 1), List.copyOf(grown));
  }

  /** The root of the complete subtree of 2^level leaves, of a size that has one. */
  Hash subtree(int level) {
    if (((size >>> level) & 1) == 0) {
      throw new IllegalArgumentException(
          "a frontier of %d leaves has no subtree of level %d".formatted(size, level));
    }
    return subtrees.get(Long.bitCount(size >>> (level + 1)));
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  public Hash root() {
    return subtrees.reversed().stream()
        .reduce((right, left) -> MerkleTree.nodeHash(left, right))
        .orElse(MerkleTree.EMPTY_ROOT);
  }
}
