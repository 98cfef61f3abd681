package io.tanlian.ledger.seen;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A Bloom filter of fixed size over 64-bit hashes (Bloom 1970; double hashing after Kirsch and
 * Mitzenmacher 2006). One thread at a time adds; any thread asks.
 */
final class BloomSegment {
  /**
   * With {@link #HASHES} bits a key: 0.3 % of the keys never added pass for seen when it is full.
   */
  static final int BITS_PER_KEY = 12;

  private static final int HASHES = 8;

  private final AtomicLongArray words;
  private final long bitMask;

  /**
   * An empty one.
   *
   * @param bytes a power of two
   */
  BloomSegment(int bytes) {
    this.words = new AtomicLongArray(bytes / Long.BYTES);
    this.bitMask = (long) bytes * Byte.SIZE - 1;
  }

  int bytes() {
    return words.length() * Long.BYTES;
  }

  /** How many keys it is meant for. */
  long keysMax() {
    return (long) bytes() * Byte.SIZE / BITS_PER_KEY;
  }

  void add(long hash) {
    for (int i = 0; i < HASHES; i++) {
      long bit = bit(hash, i);
      int word = (int) (bit >>> 6);
      words.set(word, words.getPlain(word) | 1L << bit);
    }
  }

  boolean mightContain(long hash) {
    for (int i = 0; i < HASHES; i++) {
      long bit = bit(hash, i);
      if ((words.get((int) (bit >>> 6)) & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private long bit(long hash, int i) {
    long step = Long.rotateLeft(hash, 32) | 1;
    return (hash + i * step) & bitMask;
  }
}
