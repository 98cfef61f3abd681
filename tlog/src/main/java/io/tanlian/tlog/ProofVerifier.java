package io.tanlian.tlog;

import java.util.List;

/** Checks proofs against roots, step by step as RFC 9162, sections 2.1.3.2 and 2.1.4.2, has it. */
public final class ProofVerifier {
  /** C2SP tlog-witness sets this limit; no tree of up to 2^62 leaves needs more. */
  public static final int PROOF_HASHES_MAX = 63;

  private ProofVerifier() {}

  /** Does the tree of this size and root hold this leaf at this index? */
  public static Verdict inclusion(long index, long size, Hash leaf, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return new Verdict.Fails("index %d is not in a tree of size %d".formatted(index, size));
    }
    if (path.size() > PROOF_HASHES_MAX) {
      return tooManyHashes("inclusion", path);
    }
    long node = index;
    long last = size - 1;
    Hash computed = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        return new Verdict.Fails("inclusion proof has hashes left over at the root");
      }
      if (isOdd(node) || node == last) {
        computed = MerkleTree.nodeHash(sibling, computed);
        int skipped = levelsWithoutSibling(node);
        node >>>= skipped;
        last >>>= skipped;
      } else {
        computed = MerkleTree.nodeHash(computed, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      return new Verdict.Fails("inclusion proof ends before the root");
    }
    if (!computed.equals(root)) {
      return new Verdict.Fails(
          "inclusion proof leads to root %s, not to %s".formatted(computed, root));
    }
    return new Verdict.Holds();
  }

  /** Is the tree of the old size and root a prefix of the tree of the new size and root? */
  public static Verdict consistency(
      long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
    if (oldSize < 0 || oldSize > newSize) {
      return new Verdict.Fails(
          "old size %d is not from 0 to the new size %d".formatted(oldSize, newSize));
    }
    if (proof.size() > PROOF_HASHES_MAX) {
      return tooManyHashes("consistency", proof);
    }
    if (oldSize == 0 || oldSize == newSize) {
      return withoutProof(oldSize, newSize, oldRoot, newRoot, proof);
    }
    return withProof(oldSize, newSize, oldRoot, newRoot, proof);
  }

  private static Verdict withoutProof(
      long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
    if (!proof.isEmpty()) {
      return new Verdict.Fails(
          "consistency proof must be empty for an empty tree or between trees of one size");
    }
    if (oldSize == 0 && !oldRoot.equals(MerkleTree.EMPTY_ROOT)) {
      return new Verdict.Fails("the empty tree does not have root %s".formatted(oldRoot));
    }
    if (oldSize == newSize && !oldRoot.equals(newRoot)) {
      return new Verdict.Fails(
          "two trees of size %d have roots %s and %s".formatted(oldSize, oldRoot, newRoot));
    }
    return new Verdict.Holds();
  }

  private static Verdict withProof(
      long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
    boolean oldTreeIsComplete = Long.bitCount(oldSize) == 1;
    if (proof.isEmpty()) {
      return new Verdict.Fails("consistency proof is empty");
    }
    int shared = Long.numberOfTrailingZeros(oldSize);
    long node = (oldSize - 1) >>> shared;
    long last = (newSize - 1) >>> shared;
    Hash oldComputed = oldTreeIsComplete ? oldRoot : proof.getFirst();
    Hash newComputed = oldComputed;
    for (Hash hash : oldTreeIsComplete ? proof : proof.subList(1, proof.size())) {
      if (last == 0) {
        return new Verdict.Fails("consistency proof has hashes left over at the root");
      }
      if (isOdd(node) || node == last) {
        oldComputed = MerkleTree.nodeHash(hash, oldComputed);
        newComputed = MerkleTree.nodeHash(hash, newComputed);
        int skipped = levelsWithoutSibling(node);
        node >>>= skipped;
        last >>>= skipped;
      } else {
        newComputed = MerkleTree.nodeHash(newComputed, hash);
      }
      node >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      return new Verdict.Fails("consistency proof ends before the root");
    }
    if (!oldComputed.equals(oldRoot)) {
      return new Verdict.Fails(
          "consistency proof leads to old root %s, not to %s".formatted(oldComputed, oldRoot));
    }
    if (!newComputed.equals(newRoot)) {
      return new Verdict.Fails(
          "consistency proof leads to new root %s, not to %s".formatted(newComputed, newRoot));
    }
    return new Verdict.Holds();
  }

  /**
   * On the right edge a node rises unchanged until it is a right child or the first of its level.
   */
  private static int levelsWithoutSibling(long node) {
    return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
  }

  private static boolean isOdd(long node) {
    return (node & 1) == 1;
  }

  private static Verdict tooManyHashes(String kind, List<Hash> hashes) {
    return new Verdict.Fails(
        "%s proof has %d hashes, at most %d are accepted"
            .formatted(kind, hashes.size(), PROOF_HASHES_MAX));
  }
}
