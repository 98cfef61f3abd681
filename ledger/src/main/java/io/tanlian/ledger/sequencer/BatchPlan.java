package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which appends of a batch go through, decided in their order; an append that does not leaves no
 * trace for the ones behind it.
 *
 * @param firstIndex index of the first leaf
 * @param leaves what to write, in order
 * @param outcomes one for each append of the batch, in order; of those that go through the caller
 *     hears only after the commit
 */
record BatchPlan(long firstIndex, List<PendingAppend.Leaf> leaves, List<AppendOutcome> outcomes) {

  /**
   * Decides.
   *
   * @param size tree size before the batch
   * @param storedEvents index by event id, of those event ids of the batch that are stored
   * @param storedConflicts index of a stored entry that breaks the condition, by position of the
   *     append in the batch
   */
  static BatchPlan decide(
      long size,
      List<PendingAppend> batch,
      Map<UUID, Long> storedEvents,
      Map<Integer, Long> storedConflicts) {
    Drafting drafting = new Drafting(size, new HashMap<>(storedEvents));
    List<AppendOutcome> drafted = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      drafted.add(drafting.next(batch.get(i), storedConflicts.get(i)));
    }
    long treeSize = size + drafting.leaves.size();
    List<AppendOutcome> outcomes =
        drafted.stream()
            .map(outcome ->
                outcome instanceof AppendOutcome.Appended(long first, long _)
                    ? new AppendOutcome.Appended(first, treeSize)
                    : outcome)
            .toList();
    return new BatchPlan(size, List.copyOf(drafting.leaves), outcomes);
  }

  long treeSize() {
    return firstIndex + leaves.size();
  }

  private static final class Drafting {
    private final long size;
    private final Map<UUID, Long> events;
    private final List<PendingAppend.Leaf> leaves = new ArrayList<>();
    private final Map<String, List<Integer>> leavesByTag = new HashMap<>();

    Drafting(long size, Map<UUID, Long> events) {
      this.size = size;
      this.events = events;
    }

    /**
     * A duplicate is reported before a conflict: whoever tries again must learn it went through.
     */
    AppendOutcome next(PendingAppend append, @Nullable Long conflict) {
      for (PendingAppend.Leaf leaf : append.leaves()) {
        Long known = events.get(leaf.entry().eventId());
        if (known != null) {
          return new AppendOutcome.Duplicate(leaf.entry().eventId(), known);
        }
      }
      if (conflict != null) {
        return new AppendOutcome.Conflict(conflict);
      }
      OptionalLong drafted = draftedConflict(append);
      if (drafted.isPresent()) {
        return new AppendOutcome.Conflict(drafted.getAsLong());
      }
      long first = size + leaves.size();
      append.leaves().forEach(this::accept);
      return new AppendOutcome.Appended(first, first);
    }

    private void accept(PendingAppend.Leaf leaf) {
      int ordinal = leaves.size();
      leaves.add(leaf);
      events.put(leaf.entry().eventId(), size + ordinal);
      leaf.entry()
          .tags()
          .forEach(tag -> leavesByTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(ordinal));
    }

    private OptionalLong draftedConflict(PendingAppend append) {
      for (Set<String> tags : append.condition().criteria()) {
        for (int ordinal : candidates(tags)) {
          SortedSet<String> carried = leaves.get(ordinal).entry().tags();
          if (size + ordinal > append.condition().after() && carried.containsAll(tags)) {
            return OptionalLong.of(size + ordinal);
          }
        }
      }
      return OptionalLong.empty();
    }

    private List<Integer> candidates(Set<String> tags) {
      if (tags.isEmpty()) {
        return leaves.isEmpty() ? List.of() : List.of(leaves.size() - 1);
      }
      return leavesByTag.getOrDefault(tags.iterator().next(), List.of());
    }
  }
}
