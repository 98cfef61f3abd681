package io.tanlian.verifier.trace;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.verifier.trace.Trace.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows batches tier by tier, so that a chain of ten tiers takes ten questions, however many
 * batches stand in each. What was corrected away is left out.
 */
public final class Walk {
  private final int stepsMax;
  private final Map<StatementId, Step> steps = new LinkedHashMap<>();
  private boolean complete = true;

  private Walk(int stepsMax) {
    this.stepsMax = stepsMax;
  }

  /**
   * The statements whose material may be in what these brought or used, they included.
   *
   * @param stepsMax a walk ends with so many
   */
  public static Trace backward(MaterialRecords records, Set<StatementId> from, int stepsMax) {
    Walk walk = new Walk(stepsMax);
    Set<StatementId> tier = from;
    for (int number = 0; !tier.isEmpty() && walk.complete; number++) {
      Set<StatementId> next = new LinkedHashSet<>();
      for (Moved moved : records.statements(tier)) {
        walk.add(number, moved);
        moved.movement().uses().stream()
            .map(Allocation::batch)
            .map(BatchId::statement)
            .filter(used -> !walk.steps.containsKey(used))
            .forEach(next::add);
        if (next.size() > stepsMax) {
          walk.complete = false;
        }
        if (!walk.complete) {
          break;
        }
      }
      next.removeAll(walk.steps.keySet());
      tier = next;
    }
    return walk.trace(Direction.BACKWARD);
  }

  /**
   * The statements in whose batches or claims material of these batches may be, those that brought
   * the batches included.
   *
   * @param stepsMax a walk ends with so many
   */
  public static Trace forward(MaterialRecords records, Set<BatchId> from, int stepsMax) {
    Walk walk = new Walk(stepsMax);
    Set<BatchId> followed = new HashSet<>(from);
    Set<StatementId> tier = statementsOf(from);
    records.statements(tier).forEach(moved -> walk.add(0, moved));
    for (int number = 1; !tier.isEmpty() && walk.complete; number++) {
      Set<StatementId> next = new LinkedHashSet<>();
      int tierNumber = number;
      for (Moved moved : records.changesOf(tier)) {
        // Nobody can have used what is undone, so nothing hangs on it.
        moved
            .movement()
            .undoes()
            .filter(undone -> walk.takeBack(tierNumber, undone))
            .ifPresent(next::remove);
        boolean uses =
            moved.movement().uses().stream().map(Allocation::batch).anyMatch(followed::contains);
        if (uses && !walk.steps.containsKey(moved.id())) {
          walk.add(number, moved);
          for (Batch batch : moved.movement().brings()) {
            followed.add(new BatchId(moved.id(), batch.lot()));
            next.add(moved.id());
          }
        }
        if (!walk.complete) {
          break;
        }
      }
      tier = next;
    }
    return walk.trace(Direction.FORWARD);
  }

  private void add(int tier, Moved moved) {
    if (steps.size() == stepsMax) {
      complete = false;
    } else {
      steps.putIfAbsent(moved.id(), new Step(tier, moved));
    }
  }

  /** Takes a step of this tier out again, if there is one. */
  private boolean takeBack(int tier, StatementId undone) {
    Step step = steps.get(undone);
    return step != null && step.tier() == tier && steps.remove(undone, step);
  }

  private Trace trace(Direction direction) {
    List<Step> ordered = new ArrayList<>(steps.values());
    ordered.sort(Comparator.comparingLong(step -> step.moved().index()));
    return new Trace(direction, ordered, complete);
  }

  private static Set<StatementId> statementsOf(Collection<BatchId> batches) {
    return batches.stream()
        .map(BatchId::statement)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
