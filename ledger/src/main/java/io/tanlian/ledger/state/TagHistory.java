package io.tanlian.ledger.state;

import io.tanlian.ledger.SequencedEntry;
import java.util.List;
import java.util.TreeMap;

/**
 * The entries within a boundary, as of a tree size.
 *
 * @param head the tree size: every entry with a smaller index was looked at, and no other
 * @param entries in order of index
 */
public record TagHistory(long head, List<SequencedEntry> entries) {

  /** Several answers as one, each entry once. */
  static List<SequencedEntry> merged(List<List<SequencedEntry>> found) {
    return switch (found.size()) {
      case 0 -> List.of();
      case 1 -> found.getFirst();
      default -> {
        TreeMap<Long, SequencedEntry> byIndex = new TreeMap<>();
        found.forEach(entries -> entries.forEach(entry -> byIndex.put(entry.index(), entry)));
        yield List.copyOf(byIndex.values());
      }
    };
  }
}
