package io.tanlian.ledger.sequencer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;

/**
 * The tags of the newest entries, so that a condition that has seen all but these needs no query.
 * One thread uses it.
 */
final class ConflictWindow {
  /** How many entries it remembers: more than the callers of one node can be behind. */
  static final int ENTRIES_MAX = 65_536;

  private final int entriesMax;
  private final Deque<SortedSet<String>> tags = new ArrayDeque<>();
  private final Map<String, Deque<Long>> positions = new HashMap<>();
  private long begin;
  private long end;

  ConflictWindow() {
    this(ENTRIES_MAX);
  }

  ConflictWindow(int entriesMax) {
    this.entriesMax = entriesMax;
  }

  /** Forgets all, and goes on behind a ledger of this size. */
  void restart(long size) {
    tags.clear();
    positions.clear();
    begin = size;
    end = size;
  }

  /** One more than the greatest index it knows of. */
  long end() {
    return end;
  }

  /** Whether it knows every entry with a greater index. */
  boolean knowsAllAfter(long index) {
    return index >= begin - 1;
  }

  void add(SortedSet<String> entryTags) {
    if (tags.size() == entriesMax) {
      forgetFirst();
    }
    tags.addLast(entryTags);
    for (String tag : entryTags) {
      positions.computeIfAbsent(tag, _ -> new ArrayDeque<>(1)).addLast(end);
    }
    end++;
  }

  /** An entry it knows, with a greater index, that carries all these tags. */
  OptionalLong conflict(long after, Set<String> criterion) {
    if (criterion.isEmpty()) {
      return after < end - 1 ? OptionalLong.of(end - 1) : OptionalLong.empty();
    }
    if (criterion.size() > 1) {
      return lastWithAll(after, criterion);
    }
    Deque<Long> carriers = positions.get(criterion.iterator().next());
    return carriers == null || carriers.getLast() <= after
        ? OptionalLong.empty()
        : OptionalLong.of(carriers.getLast());
  }

  private OptionalLong lastWithAll(long after, Set<String> criterion) {
    Map<Long, Integer> carried = new HashMap<>();
    OptionalLong last = OptionalLong.empty();
    for (String tag : criterion) {
      Deque<Long> carriers = positions.get(tag);
      if (carriers == null) {
        return OptionalLong.empty();
      }
      for (var backwards = carriers.descendingIterator(); backwards.hasNext(); ) {
        long carrier = backwards.next();
        if (carrier <= after) {
          break;
        }
        if (carried.merge(carrier, 1, Integer::sum) == criterion.size()
            && (last.isEmpty() || carrier > last.getAsLong())) {
          last = OptionalLong.of(carrier);
        }
      }
    }
    return last;
  }

  private void forgetFirst() {
    for (String tag : tags.removeFirst()) {
      Deque<Long> carriers = positions.get(tag);
      if (carriers != null && carriers.size() == 1) {
        positions.remove(tag);
      } else if (carriers != null) {
        carriers.removeFirst();
      }
    }
    begin++;
  }
}
