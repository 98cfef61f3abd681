package io.tanlian.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The Merkle tree hash of RFC 6962, section 2.1, over SHA-256. */
public final class MerkleTree {
  private static final byte LEAF_PREFIX = 0x00;
  private static final byte NODE_PREFIX = 0x01;

  /** Never fed, only copied: to look a digest up takes as long as a third of a node hash. */
  private static final MessageDigest FRESH = lookedUp();

  /** The root of a tree without leaves: the hash of no bytes. */
  public static final Hash EMPTY_ROOT = Hash.digestOf(sha256());

  private MerkleTree() {}

  /** SHA-256(0x00 || entry). */
  public static Hash leafHash(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF_PREFIX);
    digest.update(entry);
    return Hash.digestOf(digest);
  }

  /** SHA-256(0x01 || left || right). */
  public static Hash nodeHash(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE_PREFIX);
    left.feed(digest);
    right.feed(digest);
    return Hash.digestOf(digest);
  }

  /**
   * The root over these leaf hashes, by the definition: split at the largest power of two below the
   * count.
   */
  public static Hash root(List<Hash> leaves) {
    int count = leaves.size();
    if (count == 0) {
      return EMPTY_ROOT;
    }
    if (count == 1) {
      return leaves.getFirst();
    }
    int split = Integer.highestOneBit(count - 1);
    return nodeHash(root(leaves.subList(0, split)), root(leaves.subList(split, count)));
  }

  private static MessageDigest sha256() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest lookedUp() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
