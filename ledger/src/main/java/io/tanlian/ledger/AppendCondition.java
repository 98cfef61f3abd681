package io.tanlian.ledger;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A dynamic consistency boundary: the append holds only while no entry with an index greater than
 * {@code after} carries all the tags of any of the sets.
 *
 * @param after the greatest index the decision has seen; -1 for none
 * @param criteria sets of tags; an empty set is carried by every entry; no sets, no condition
 */
public record AppendCondition(long after, Set<Set<String>> criteria) {
  private static final AppendCondition NONE = new AppendCondition(-1, Set.of());

  public AppendCondition {
    if (after < -1) {
      throw new IllegalArgumentException("after must be an index, or -1 for none, not " + after);
    }
    criteria = criteria.stream().map(Set::copyOf).collect(Collectors.toUnmodifiableSet());
  }

  /** No condition: the append holds whatever is on the ledger. */
  public static AppendCondition none() {
    return NONE;
  }
}
