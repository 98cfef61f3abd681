package io.tanlian.benchmarks.harness;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one side measured, a value for each round.
 *
 * @param values in the order of the rounds, at least one
 */
public record Samples(List<Double> values) {
  public Samples {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /** The middle one; of an even number, the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** Round by round, these divided by those. */
  public Samples over(Samples those) {
    if (values.size() != those.values.size()) {
      throw new IllegalArgumentException(
          "sides with %d and %d rounds cannot be compared"
              .formatted(values.size(), those.values.size()));
    }
    return new Samples(
        IntStream.range(0, values.size())
            .mapToObj(round -> values.get(round) / those.values.get(round))
            .toList());
  }
}
