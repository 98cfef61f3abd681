package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which appends of a batch go through, decided in their order; an append that does not leaves no
 * trace for the ones behind it.
 *
 * @param firstIndex index of the first leaf
 * @param leaves what to write, in order
 * @param answers one for each append of the batch, in order; of those that are placed the caller
 *     hears only after the commit
 */
record BatchPlan(long firstIndex, List<PendingAppend.Leaf> leaves, List<Answer> answers) {

  /** What becomes of an append, if the batch is committed. */
  sealed interface Answer {}

  /** Its entries come next to each other, from this index on. */
  record Placed(long firstIndex) implements Answer {}

  /** It does not go through. */
  record Rejected(AppendOutcome outcome) implements Answer {}

  /**
   * Decides.
   *
   * @param size tree size before the batch
   * @param storedEvents index by event id, of those event ids of the batch that are stored
   * @param storedConflicts index of a stored entry that breaks the condition, by position of the
   *     append in the batch, for conditions that reach back beyond the window
   * @param window ends at {@code size}; what is placed is added to it
   */
  static BatchPlan decide(
      long size,
      List<PendingAppend> batch,
      Map<UUID, Long> storedEvents,
      Map<Integer, Long> storedConflicts,
      ConflictWindow window) {
    Drafting drafting = new Drafting(size, new HashMap<>(storedEvents), window);
    List<Answer> answers = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      answers.add(drafting.next(batch.get(i), storedConflicts.get(i)));
    }
    return new BatchPlan(size, List.copyOf(drafting.leaves), answers);
  }

  long treeSize() {
    return firstIndex + leaves.size();
  }

  /** What the callers hear if nothing is placed. */
  List<AppendOutcome> rejections() {
    return answers.stream()
        .filter(Rejected.class::isInstance)
        .map(Rejected.class::cast)
        .map(Rejected::outcome)
        .toList();
  }

  private static final class Drafting {
    private final long size;
    private final Map<UUID, Long> events;
    private final ConflictWindow window;
    private final List<PendingAppend.Leaf> leaves = new ArrayList<>();

    Drafting(long size, Map<UUID, Long> events, ConflictWindow window) {
      this.size = size;
      this.events = events;
      this.window = window;
    }

    /**
     * A duplicate is reported before a conflict: whoever tries again must learn it went through.
     */
    Answer next(PendingAppend append, @Nullable Long storedConflict) {
      for (PendingAppend.Leaf leaf : append.leaves()) {
        Long known = events.get(leaf.entry().eventId());
        if (known != null) {
          return new Rejected(new AppendOutcome.Duplicate(leaf.entry().eventId(), known));
        }
      }
      if (storedConflict != null) {
        return new Rejected(new AppendOutcome.Conflict(storedConflict));
      }
      for (Set<String> criterion : append.condition().criteria()) {
        OptionalLong conflict = window.conflict(append.condition().after(), criterion);
        if (conflict.isPresent()) {
          return new Rejected(new AppendOutcome.Conflict(conflict.getAsLong()));
        }
      }
      long first = size + leaves.size();
      append.leaves().forEach(this::place);
      return new Placed(first);
    }

    private void place(PendingAppend.Leaf leaf) {
      events.put(leaf.entry().eventId(), size + leaves.size());
      leaves.add(leaf);
      window.add(leaf.entry().eventId(), leaf.keys());
    }
  }
}
