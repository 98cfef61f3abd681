package io.tanlian.footprint.rollup;

import static io.tanlian.footprint.DeclaredStep.dec;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.unit.Unit;
import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A seeded network of steps p0, p1 ... with loops, and the same numbers as a matrix of doubles. */
final class RandomNetwork {
  private final List<Activity> activities;
  private final double[][] taken;
  private final double[] outputs;
  private final double[] emissions;

  private RandomNetwork(
      List<Activity> activities, double[][] taken, double[] outputs, double[] emissions) {
    this.activities = activities;
    this.taken = taken;
    this.outputs = outputs;
    this.emissions = emissions;
  }

  static RandomNetwork of(long seed, int size) {
    Random random = new Random(seed);
    double[][] taken = new double[size][size];
    double[] outputs = new double[size];
    double[] emissions = new double[size];
    List<Activity> activities = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      outputs[i] = 1 + random.nextInt(1000) / 100.0;
      emissions[i] = random.nextInt(10_000) / 100.0;
      DeclaredStep step =
          DeclaredStep.of("p" + i, i)
              .makes(Double.toString(outputs[i]), Unit.KILOGRAM)
              .emits(figures(random, emissions[i]));
      for (int input = random.nextInt(4); input > 0; input--) {
        int supplier = random.nextInt(size);
        // At most three inputs of a fifth of the output each: every loop stays productive.
        double amount = Math.round(outputs[i] * random.nextInt(1, 20)) / 100.0 + 0.001;
        taken[i][supplier] += amount;
        step.takes("p" + supplier, Double.toString(amount), Unit.KILOGRAM);
      }
      activities.add(step.activity());
    }
    return new RandomNetwork(activities, taken, outputs, emissions);
  }

  private static Figures figures(Random random, double fossil) {
    Map<PcfComponent, BigDecimal> components = new EnumMap<>(PcfComponent.class);
    components.put(PcfComponent.FOSSIL_GHG_EMISSIONS, dec(Double.toString(fossil)));
    components.put(PcfComponent.BIOGENIC_CO2_UPTAKE, BigDecimal.valueOf(-random.nextInt(100), 1));
    components.put(PcfComponent.AIRCRAFT_GHG_EMISSIONS, BigDecimal.valueOf(random.nextInt(9)));
    return Figures.of(components);
  }

  List<Activity> activities() {
    return activities;
  }

  /** Footprints per unit, by plain elimination in doubles. */
  double[] denseSolution() {
    int size = outputs.length;
    double[][] left = new double[size][size];
    double[] right = emissions.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        left[i][j] = (i == j ? outputs[i] : 0) - taken[i][j];
      }
    }
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = left[row][pivot] / left[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          left[row][column] -= factor * left[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        right[row] -= left[row][column] * right[column];
      }
      right[row] /= left[row][row];
    }
    return right;
  }
}
