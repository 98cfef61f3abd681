package io.tanlian.ledger.sequencer;

/**
 * The newest position by key, in open addressing: it is asked several times for each entry, on the
 * thread that all appends wait for. One thread uses it.
 */
final class NewestPositions {
  static final long NONE = -1;

  private static final int SLOTS_MIN = 1_024;

  /**
   * No more than half are used, or probing takes long; rebuilt, there is room for as many again.
   */
  private static final int SLOTS_PER_LIVE_KEY = 3;

  private long[] keys = new long[SLOTS_MIN];

  /** One more than the position, so that 0 is an empty slot. */
  private long[] ends = new long[SLOTS_MIN];

  private int used;

  long get(long key) {
    return ends[slot(key)] - 1;
  }

  /**
   * Puts a position.
   *
   * @param begin positions below it may be forgotten
   * @return the one before; {@link #NONE} if it knows of none
   */
  long put(long key, long position, long begin) {
    int slot = slot(key);
    long before = ends[slot] - 1;
    if (before == NONE) {
      keys[slot] = key;
      used++;
    }
    ends[slot] = position + 1;
    if (used > keys.length / 2) {
      rebuild(begin);
    }
    return before;
  }

  void clear() {
    keys = new long[SLOTS_MIN];
    ends = new long[SLOTS_MIN];
    used = 0;
  }

  /** Keys are hashes already. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (ends[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rebuild(long begin) {
    long[] oldKeys = keys;
    long[] oldEnds = ends;
    int live = 0;
    for (long end : oldEnds) {
      live += end > begin ? 1 : 0;
    }
    int slots = Math.max(SLOTS_MIN, Integer.highestOneBit(live * SLOTS_PER_LIVE_KEY) << 1);
    keys = new long[slots];
    ends = new long[slots];
    used = live;
    for (int old = 0; old < oldEnds.length; old++) {
      if (oldEnds[old] > begin) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        ends[slot] = oldEnds[old];
      }
    }
  }
}
