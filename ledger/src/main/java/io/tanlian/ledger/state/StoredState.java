package io.tanlian.ledger.state;

import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads from the database each time, always all there is.
 *
 * @param ledger what is read
 */
public record StoredState(Ledger ledger) implements StateReads {

  @Override
  public TagHistory read(Boundary boundary) {
    long head = ledger.head();
    return new TagHistory(head, read(boundary, head));
  }

  /** What is to be read of a boundary below a tree size; one query for all that starts alike. */
  List<SequencedEntry> read(Boundary boundary, long head) {
    Map<Long, Set<Set<String>>> byStart = new TreeMap<>();
    boundary
        .from()
        .forEach((tags, from) -> byStart.computeIfAbsent(from, _ -> new HashSet<>()).add(tags));
    return TagHistory.merged(
        byStart.entrySet().stream()
            .map(one -> ledger.byTags(one.getValue(), one.getKey(), head - 1))
            .toList());
  }

  @Override
  public void require(long treeSize) {}
}
