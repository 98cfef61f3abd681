package io.tanlian.ledger.state;

import io.tanlian.ledger.SequencedEntry;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Entries in order of index, as they were at a moment: the array may be shared with later moments,
 * which only fill it behind {@code count}.
 */
final class TagEntries {
  private static final int CAPACITY_MIN = 4;

  private final SequencedEntry[] entries;
  private final int count;

  private TagEntries(SequencedEntry[] entries, int count) {
    this.entries = entries;
    this.count = count;
  }

  static TagEntries of(List<SequencedEntry> entries) {
    return new TagEntries(entries.toArray(SequencedEntry[]::new), entries.size());
  }

  int count() {
    return count;
  }

  /** Index of the last entry; -1 for none. */
  long last() {
    return count == 0 ? -1 : entries[count - 1].index();
  }

  /** These and one more; of any moment it may be called once, by one thread. */
  TagEntries with(SequencedEntry next) {
    SequencedEntry[] room =
        count < entries.length
            ? entries
            : Arrays.copyOf(entries, Math.max(CAPACITY_MIN, count + (count >> 1)));
    room[count] = next;
    return new TagEntries(room, count + 1);
  }

  /**
   * Those with an index of at least {@code from} and below {@code head} that carry all the tags.
   */
  List<SequencedEntry> between(long from, long head, Set<String> tags) {
    int end = countBelow(head);
    int start = Math.min(countBelow(from), end);
    List<SequencedEntry> between =
        Collections.unmodifiableList(Arrays.asList(entries).subList(start, end));
    return tags.size() == 1
        ? between
        : between.stream().filter(found -> found.entry().tags().containsAll(tags)).toList();
  }

  private int countBelow(long head) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries[middle].index() < head) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
