package io.tanlian.verifier.audit;

import io.tanlian.contracts.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence that the history is not what was signed.
 *
 * @param code the kind, {@code log.*} or {@code ledger.corrupt}
 * @param where the entries concerned, as narrow as it can be told; empty if it concerns the signed
 *     checkpoint itself
 * @param detail what disagrees with what, in words
 */
public record Tampering(ProblemCode code, Optional<IndexRange> where, String detail) {
  /** Most findings in a report; a log that is wrong everywhere is not worth more words. */
  static final int reportedMax = 1_000;

  static Tampering of(ProblemCode code, String detail) {
    return new Tampering(code, Optional.empty(), detail);
  }

  static Tampering at(ProblemCode code, IndexRange where, String detail) {
    return new Tampering(code, Optional.of(where), detail);
  }

  /** In order, without those that say less exactly what another says of the same entries. */
  static List<Tampering> narrowest(List<Tampering> all) {
    Set<IndexRange> narrow = narrow(all);
    return all.stream()
        .filter(found -> found.where().map(narrow::contains).orElse(true))
        .sorted(Comparator.comparingLong(found -> found.where().map(IndexRange::first).orElse(-1L)))
        .toList();
  }

  /** The ranges that contain no other: one sweep from the last to the first, the shortest first. */
  private static Set<IndexRange> narrow(List<Tampering> all) {
    List<IndexRange> ranges =
        all.stream()
            .flatMap(found -> found.where().stream())
            .distinct()
            .sorted(
                Comparator.comparingLong(IndexRange::first)
                    .reversed()
                    .thenComparingLong(IndexRange::end))
            .toList();
    Set<IndexRange> narrow = new HashSet<>();
    long nearestEnd = Long.MAX_VALUE;
    for (IndexRange range : ranges) {
      if (range.end() < nearestEnd) {
        narrow.add(range);
        nearestEnd = range.end();
      }
    }
    return narrow;
  }

  /** The first {@link #reportedMax} of them, and a word on how many were left out. */
  static List<Tampering> capped(List<Tampering> all) {
    if (all.size() <= reportedMax) {
      return all;
    }
    List<Tampering> shown = new ArrayList<>(all.subList(0, reportedMax));
    shown.add(
        of(
            all.get(reportedMax).code(),
            "%d more findings like these were left out".formatted(all.size() - reportedMax)));
    return List.copyOf(shown);
  }
}
