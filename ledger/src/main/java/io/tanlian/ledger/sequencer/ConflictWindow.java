package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.seen.KeyHash;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event ids and tags of the newest entries, so that an append that has seen all but these needs no
 * query. Entries with the same key are chained from the newest back; keys are compared, so that
 * equal hashes do no harm. One thread uses it.
 */
final class ConflictWindow {
  /** How many entries it remembers: more than the callers of one node can be behind. */
  static final int ENTRIES_MAX = 65_536;

  private final KeyHash hash;
  private final @Nullable Remembered[] ring;
  private final NewestPositions newest = new NewestPositions();
  private long begin;
  private long end;

  /**
   * An entry.
   *
   * @param previous position of the entry before it with the same hash, by hash
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves the window
  private record Remembered(ConflictKeys keys, long[] previous) {
    long previous(long hash) {
      long[] hashes = keys.hashes();
      for (int i = 0; i < hashes.length; i++) {
        if (hashes[i] == hash) {
          return previous[i];
        }
      }
      throw new IllegalStateException("not an entry of this chain");
    }
  }

  ConflictWindow(KeyHash hash) {
    this(hash, ENTRIES_MAX);
  }

  ConflictWindow(KeyHash hash, int entriesMax) {
    this.hash = hash;
    this.ring = new Remembered[entriesMax];
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

  /** One more than the greatest index it knows of. */
  long end() {
    return end;
  }

  /** Whether it knows every entry with a greater index. */
  boolean knowsAllAfter(long index) {
    return index >= begin - 1;
  }

  void add(ConflictKeys keys) {
    long[] hashes = keys.hashes();
    long[] previous = new long[hashes.length];
    begin = Math.max(begin, end + 1 - ring.length);
    for (int i = 0; i < hashes.length; i++) {
      previous[i] = newest.put(hashes[i], end, begin);
    }
    ring[slot(end)] = new Remembered(keys, previous);
    end++;
  }

  /** Index of the entry it knows with this event id. */
  OptionalLong event(UUID eventId) {
    long key = hash.ofEvent(eventId);
    for (long index = newest.get(key); index >= begin; index = at(index).previous(key)) {
      if (at(index).keys().eventId().equals(eventId)) {
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
    long key = hashOfRarest(criterion);
    long least = Math.max(after + 1, begin);
    for (long index = newest.get(key); index >= least; index = at(index).previous(key)) {
      if (at(index).keys().tags().containsAll(criterion)) {
        return OptionalLong.of(index);
      }
    }
    return OptionalLong.empty();
  }

  /** The tag that was used least recently is likely to have the shortest chain. */
  private long hashOfRarest(Set<String> criterion) {
    long rarest = 0;
    long used = Long.MAX_VALUE;
    for (String tag : criterion) {
      long key = hash.ofTag(tag);
      long index = newest.get(key);
      if (index < used) {
        rarest = key;
        used = index;
      }
    }
    return rarest;
  }

  private Remembered at(long index) {
    Remembered remembered = ring[slot(index)];
    if (remembered == null) {
      throw new IllegalStateException("no entry " + index);
    }
    return remembered;
  }

  private int slot(long index) {
    return (int) (index % ring.length);
  }
}
