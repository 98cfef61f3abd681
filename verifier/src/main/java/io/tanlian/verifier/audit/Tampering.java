package io.tanlian.verifier.audit;

import io.tanlian.contracts.problem.ProblemCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Evidence that the history is not what was signed.
 *
 * @param code the kind, {@code log.*} or {@code ledger.corrupt}
 * @param where the entries concerned, as narrow as it can be told; empty if it concerns the signed
 *     checkpoint itself
 * @param detail what disagrees with what, in words
 */
public record Tampering(ProblemCode code, Optional<IndexRange> where, String detail) {
  static Tampering of(ProblemCode code, String detail) {
    return new Tampering(code, Optional.empty(), detail);
  }

  static Tampering at(ProblemCode code, IndexRange where, String detail) {
    return new Tampering(code, Optional.of(where), detail);
  }

  /** In order, without those that say less exactly what another says of the same entries. */
  static List<Tampering> narrowest(List<Tampering> all) {
    return all.stream()
        .filter(wide -> all.stream().noneMatch(other -> other.isNarrowerThan(wide)))
        .sorted(Comparator.comparingLong(found -> found.where().map(IndexRange::first).orElse(-1L)))
        .toList();
  }

  private boolean isNarrowerThan(Tampering wide) {
    return where.isPresent()
        && wide.where.isPresent()
        && wide.where.get().contains(where.get())
        && where.get().length() < wide.where.get().length();
  }
}
