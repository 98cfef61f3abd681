package io.tanlian.exchange.material;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries that carry tags, group of tags by group, those of a group by index. One page of them is
 * in memory at a time.
 */
final class EntryPages implements Iterator<SequencedEntry> {
  private final Ledger ledger;
  private final ReadBudget budget;
  private final Iterator<Set<String>> groups;
  private final long first;
  private final long last;
  private Set<Set<String>> anyOf = Set.of();
  private long from;
  private boolean more;
  private Iterator<SequencedEntry> page = Collections.emptyIterator();

  /**
   * Entries {@code [first, end)}.
   *
   * @param budget that reading them is counted against
   * @param groups of tags: wanted is what carries any of a group
   */
  EntryPages(Ledger ledger, ReadBudget budget, List<Set<String>> groups, long first, long end) {
    this.ledger = ledger;
    this.budget = budget;
    this.groups = groups.iterator();
    this.first = first;
    this.last = end - 1;
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && (more || groups.hasNext())) {
      if (!more) {
        begin(groups.next());
      }
      List<SequencedEntry> read = ledger.byTags(anyOf, from, last, Ledger.PAGE_ENTRIES_MAX);
      budget.read(Math.max(1, read.size()));
      more = read.size() == Ledger.PAGE_ENTRIES_MAX;
      from = read.isEmpty() ? from : read.getLast().index() + 1;
      page = read.iterator();
    }
    return page.hasNext();
  }

  @Override
  public SequencedEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  private void begin(Set<String> group) {
    anyOf = group.stream().map(Set::of).collect(Collectors.toSet());
    from = first;
  }
}
