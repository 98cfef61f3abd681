package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.seen.KeyHash;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Event ids and tags of the newest entries, so that an append that has seen all but these needs no
 * query. One thread uses it.
 *
 * <p>It lives in a few arrays, since as objects tens of thousands of entries would be copied at
 * each garbage collection. Tags are known by their hash alone: should two ever have the same, an
 * append is refused for a conflict that is none, and succeeds when it is tried again.
 */
final class ConflictWindow {
  /** How many entries it remembers at most: more than the callers of one node can be behind. */
  static final int ENTRIES_MAX = 65_536;

  /** Enough for eight keys an entry; with more tags it remembers fewer entries. */
  private static final int CELLS = 1 << 20;

  private static final int CELLS_PER_KEY = 2;

  private final KeyHash hash;
  private final NewestPositions newest = new NewestPositions();

  /** For each key of an entry its hash, and the index of the entry before with the same hash. */
  private final long[] cells = new long[CELLS];

  private final long[] firstCell;
  private final long[] eventHigh;
  private final long[] eventLow;
  private long nextCell;
  private long begin;
  private long end;

  ConflictWindow(KeyHash hash) {
    this(hash, ENTRIES_MAX);
  }

  ConflictWindow(KeyHash hash, int entriesMax) {
    this.hash = hash;
    this.firstCell = new long[entriesMax];
    this.eventHigh = new long[entriesMax];
    this.eventLow = new long[entriesMax];
  }

  /** Hashes of what a later append may conflict with an entry over. */
  static long[] keys(UUID eventId, Set<String> tags, KeyHash hash) {
    long[] keys = new long[tags.size() + 1];
    int next = 0;
    for (String tag : tags) {
      keys[next++] = hash.ofTag(tag);
    }
    keys[next] = hash.ofEvent(eventId);
    return keys;
  }

  /** Forgets all, and goes on behind a ledger of this size. */
  void restart(long size) {
    newest.clear();
    begin = size;
    end = size;
  }

  /** The least index it knows of. */
  long begin() {
    return begin;
  }

  /** Whether it knows every entry with a greater index. */
  boolean knowsAllAfter(long index) {
    return index >= begin - 1;
  }

  /** Remembers the next entry, by its {@link #keys}. */
  void add(UUID eventId, long[] keys) {
    makeRoom(CELLS_PER_KEY * keys.length);
    int slot = slot(end);
    firstCell[slot] = nextCell;
    eventHigh[slot] = eventId.getMostSignificantBits();
    eventLow[slot] = eventId.getLeastSignificantBits();
    for (long key : keys) {
      cells[cell(nextCell++)] = key;
      cells[cell(nextCell++)] = newest.put(key, end, begin);
    }
    end++;
  }

  private void makeRoom(int cellsNeeded) {
    begin = Math.max(begin, end + 1 - firstCell.length);
    while (begin < end && nextCell + cellsNeeded - firstCell[slot(begin)] > CELLS) {
      begin++;
    }
  }

  /** Index of the entry it knows with this event id. */
  OptionalLong event(UUID eventId) {
    long key = hash.ofEvent(eventId);
    for (long index = newest.get(key); index >= begin; index = previous(index, key)) {
      int slot = slot(index);
      if (eventHigh[slot] == eventId.getMostSignificantBits()
          && eventLow[slot] == eventId.getLeastSignificantBits()) {
        return OptionalLong.of(index);
      }
    }
    return OptionalLong.empty();
  }

  /** The newest entry it knows, with a greater index, that carries all these tags. */
  OptionalLong conflict(long after, Set<String> criterion) {
    if (criterion.isEmpty()) {
      return after < end - 1 ? OptionalLong.of(end - 1) : OptionalLong.empty();
    }
    long[] keys = criterion.stream().mapToLong(hash::ofTag).toArray();
    long rarest = leastRecentlyUsed(keys);
    long least = Math.max(after + 1, begin);
    for (long index = newest.get(rarest); index >= least; index = previous(index, rarest)) {
      if (carriesAll(index, keys)) {
        return OptionalLong.of(index);
      }
    }
    return OptionalLong.empty();
  }

  /** Likely to have the shortest chain. */
  private long leastRecentlyUsed(long[] keys) {
    long found = keys[0];
    for (long key : keys) {
      if (newest.get(key) < newest.get(found)) {
        found = key;
      }
    }
    return found;
  }

  private boolean carriesAll(long index, long[] keys) {
    for (long key : keys) {
      if (find(index, key) == endOf(index)) {
        return false;
      }
    }
    return true;
  }

  private long previous(long index, long key) {
    return cells[cell(find(index, key) + 1)];
  }

  /** Number of the entry's cell with the key; the end of the entry if it has none. */
  private long find(long index, long key) {
    long end = endOf(index);
    for (long at = firstCell[slot(index)]; at < end; at += CELLS_PER_KEY) {
      if (cells[cell(at)] == key) {
        return at;
      }
    }
    return end;
  }

  private long endOf(long index) {
    return index + 1 < end ? firstCell[slot(index + 1)] : nextCell;
  }

  private int slot(long index) {
    return (int) (index % firstCell.length);
  }

  private static int cell(long number) {
    return (int) (number & (CELLS - 1));
  }
}
