package io.tanlian.ledger;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a decision stands on: every entry that carries all the tags of any of the sets. Who knows
 * the older ones already reads only what came since.
 *
 * @param from for each set of tags the index of the first entry that is to be read; what is before
 *     it is within the boundary all the same
 */
public record Boundary(Map<Set<String>, Long> from) {
  public Boundary {
    from =
        from.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> Set.copyOf(one.getKey()), one -> one.getValue()));
  }

  /** Everything that carries all the tags of any of the sets. */
  public static Boundary of(Set<Set<String>> criteria) {
    return new Boundary(
        criteria.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> 0L)));
  }

  /** The sets of tags. */
  public Set<Set<String>> criteria() {
    return from.keySet();
  }

  /** Whether an entry at this index is to be read for these tags of it. */
  public boolean reads(SequencedEntry entry) {
    for (Map.Entry<Set<String>, Long> one : from.entrySet()) {
      if (entry.index() >= one.getValue() && entry.entry().tags().containsAll(one.getKey())) {
        return true;
      }
    }
    return false;
  }
}
