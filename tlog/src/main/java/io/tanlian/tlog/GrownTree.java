package io.tanlian.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree with a batch of leaves behind a frontier. It holds every node the batch has completed, and
 * so proves each leaf of the batch without reading anything else. Immutable.
 */
public final class GrownTree implements NodeReader {
  private final Frontier before;
  private final long size;

  /** By level, the complete nodes that cover a leaf of the batch. */
  private final List<List<Hash>> levels;

  private GrownTree(Frontier before, long size, List<List<Hash>> levels) {
    this.before = before;
    this.size = size;
    this.levels = levels;
  }

  /** The tree with these leaf hashes added. */
  public static GrownTree of(Frontier before, List<Hash> leaves) {
    long size = Math.addExact(before.size(), leaves.size());
    List<List<Hash>> levels = new ArrayList<>();
    List<Hash> nodes = List.copyOf(leaves);
    for (int level = 0; !nodes.isEmpty(); level++) {
      levels.add(nodes);
      nodes = parents(before, level, nodes);
    }
    return new GrownTree(before, size, levels);
  }

  private static List<Hash> parents(Frontier before, int level, List<Hash> nodes) {
    boolean firstIsRight = ((before.size() >>> level) & 1) == 1;
    List<Hash> parents = new ArrayList<>(nodes.size() / 2 + 1);
    if (firstIsRight) {
      parents.add(MerkleTree.nodeHash(before.subtree(level), nodes.getFirst()));
    }
    for (int left = firstIsRight ? 1 : 0; left + 1 < nodes.size(); left += 2) {
      parents.add(MerkleTree.nodeHash(nodes.get(left), nodes.get(left + 1)));
    }
    return parents;
  }

  /** Number of leaves, those before the batch included. */
  public long size() {
    return size;
  }

  /** The right edge, to go on from. */
  public Frontier frontier() {
    return Frontier.of(size, this);
  }

  /** Index of the first node of {@link #completed}. */
  public long firstCompleted(int level) {
    return before.size() >>> level;
  }

  /** The complete nodes of a level that cover a leaf of the batch, from left to right. */
  public List<Hash> completed(int level) {
    return level < levels.size() ? levels.get(level) : List.of();
  }

  /**
   * A node that covers a leaf of the batch, or is next to the left of one that does.
   *
   * @throws IllegalArgumentException for any other
   */
  @Override
  public Hash node(int level, long index) {
    long first = firstCompleted(level);
    List<Hash> completed = completed(level);
    if (index >= first && index - first < completed.size()) {
      return completed.get((int) (index - first));
    }
    if (index == first - 1 && (first & 1) == 1) {
      return before.subtree(level);
    }
    throw new IllegalArgumentException(
        "node %d of level %d is not at the edge of the tree of size %d"
            .formatted(index, level, size));
  }
}
