package io.tanlian.contracts.material;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What holds for the lots of one statement. */
final class Lots {
  private Lots() {}

  /** Refuses a name that stands twice, for a batch is named by it. */
  static void requireDistinct(Stream<String> names) {
    Set<String> seen = new HashSet<>();
    names
        .filter(lot -> !seen.add(lot))
        .findFirst()
        .ifPresent(twice -> {
          throw new IllegalArgumentException(
              "the lot %s stands twice: give each lot a name of its own".formatted(twice));
        });
  }

  /** Refuses a batch that stands twice among allocations, so that one line says what is used. */
  static void requireDistinctBatches(List<Allocation> allocations) {
    Set<BatchId> seen = new HashSet<>();
    allocations.stream()
        .map(Allocation::batch)
        .filter(batch -> !seen.add(batch))
        .findFirst()
        .ifPresent(twice -> {
          throw new IllegalArgumentException(
              "%s is allocated twice: add both masses".formatted(twice));
        });
  }
}
