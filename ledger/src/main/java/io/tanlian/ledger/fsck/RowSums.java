package io.tanlian.ledger.fsck;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;
import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Compares two sets of rows of any size in little memory and in any order: the sum of a keyed hash
 * of each row, for each stretch of positions. The key is new in each run, so that nobody could make
 * rows whose sums agree: rows that differ go unnoticed once in 2^64.
 */
final class RowSums {
  /** Positions a stretch: 8 MB of sums for a billion entries. */
  static final int STRETCH = 1_024;

  private static final int KEY_BYTES = 16;

  private final AtomicLongArray sums;
  private final KeyParameter key;

  RowSums(long size) {
    this.sums = new AtomicLongArray(Math.toIntExact((size + STRETCH - 1) / STRETCH));
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    this.key = new KeyParameter(random);
  }

  /** One thread's access. */
  Side side(boolean entries) {
    return new Side(entries);
  }

  /** The first position of each stretch in which the two sides differ. */
  LongStream differing() {
    return LongStream.range(0, sums.length())
        .filter(stretch -> sums.get((int) stretch) != 0)
        .map(stretch -> stretch * STRETCH);
  }

  /** Adds the rows of one of the two sets. */
  final class Side {
    private final SipHash hash = new SipHash();
    private final byte[] position = new byte[Long.BYTES];
    private final long sign;

    private Side(boolean entries) {
      hash.init(key);
      this.sign = entries ? 1 : -1;
    }

    /** Counts a row whose position is within the size. */
    void add(long index, byte[] value) {
      ByteBuffer.wrap(position).putLong(index);
      hash.update(position, 0, position.length);
      hash.update(value, 0, value.length);
      sums.addAndGet((int) (index / STRETCH), sign * hash.doFinal());
    }
  }
}
