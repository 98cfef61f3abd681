package io.tanlian.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree as RFC 9162 defines it, section 2.1: recursive, over hashes of its own making. It shares
 * no line with the tree under test; what it has hashed once it keeps.
 */
final class Rfc9162Tree {
  private final List<Hash> leaves;
  private final Map<Range, Hash> known = new HashMap<>();

  /** The leaves [begin, end). */
  private record Range(int begin, int end) {
    /** The largest power of two smaller than the number of leaves, from the beginning. */
    int split() {
      int k = 1;
      while (k * 2 < end - begin) {
        k *= 2;
      }
      return begin + k;
    }

    Range left() {
      return new Range(begin, split());
    }

    Range right() {
      return new Range(split(), end);
    }

    boolean isLeaf() {
      return end - begin == 1;
    }
  }

  Rfc9162Tree(List<Hash> leaves) {
    this.leaves = leaves;
  }

  /** MTH(D[size]), section 2.1.1. */
  Hash root(int size) {
    return size == 0 ? sha256() : hash(new Range(0, size));
  }

  /** PATH(index, D[size]), section 2.1.3.1. */
  List<Hash> path(int index, int size) {
    List<Hash> path = new ArrayList<>();
    addPath(index, new Range(0, size), path);
    return path;
  }

  /** PROOF(oldSize, D[newSize]), section 2.1.4.1. */
  List<Hash> proof(int oldSize, int newSize) {
    List<Hash> proof = new ArrayList<>();
    addSubproof(oldSize, new Range(0, newSize), true, proof);
    return proof;
  }

  /** The complete subtrees, as a store would keep them. */
  NodeReader reader() {
    return (level, index) -> hash(new Range((int) (index << level), (int) ((index + 1) << level)));
  }

  private void addPath(int index, Range range, List<Hash> path) {
    if (range.isLeaf()) {
      return;
    }
    boolean inLeft = index < range.split();
    addPath(index, inLeft ? range.left() : range.right(), path);
    path.add(hash(inLeft ? range.right() : range.left()));
  }

  private void addSubproof(int oldSize, Range range, boolean isOldTree, List<Hash> proof) {
    if (oldSize == range.end()) {
      if (!isOldTree) {
        proof.add(hash(range));
      }
      return;
    }
    if (oldSize <= range.split()) {
      addSubproof(oldSize, range.left(), isOldTree, proof);
      proof.add(hash(range.right()));
    } else {
      addSubproof(oldSize, range.right(), false, proof);
      proof.add(hash(range.left()));
    }
  }

  private Hash hash(Range range) {
    if (range.isLeaf()) {
      return leaves.get(range.begin());
    }
    Hash found = known.get(range);
    if (found == null) {
      found = sha256(new byte[] {0x01}, hash(range.left()).bytes(), hash(range.right()).bytes());
      known.put(range, found);
    }
    return found;
  }

  private static Hash sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return Hash.of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
