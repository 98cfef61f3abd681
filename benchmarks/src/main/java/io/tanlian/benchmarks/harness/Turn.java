package io.tanlian.benchmarks.harness;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one side measured in one turn.
 *
 * @param figure in the comparison's unit
 * @param beside what else was seen, by a label that names the unit
 */
public record Turn(double figure, Map<String, Double> beside) {
  public Turn {
    if (!(figure > 0) || Double.isInfinite(figure)) {
      throw new IllegalArgumentException("a turn that measured nothing: " + figure);
    }
    beside = new TreeMap<>(beside);
  }

  public static Turn of(double figure) {
    return new Turn(figure, Map.of());
  }
}
