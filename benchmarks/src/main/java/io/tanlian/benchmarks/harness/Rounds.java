package io.tanlian.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs the sides of a comparison by turns, in the opposite order every other round, so that neither
 * has the better moments of the machine.
 */
public final class Rounds {
  private final Effort effort;
  private final Settle settle;
  private final Consumer<String> progress;

  /**
   * A run of so many rounds.
   *
   * @param settle done before each turn, so that no side pays for what another left to be done
   */
  public Rounds(Effort effort, Settle settle, Consumer<String> progress) {
    this.effort = effort;
    this.settle = settle;
    this.progress = progress;
  }

  /** Lets the machine come to rest. */
  @FunctionalInterface
  public interface Settle {
    void run() throws Exception;
  }

  public Outcome run(Comparison comparison) throws Exception {
    // What the comparison before has left on the heap is not for this one to collect.
    System.gc();
    try (Contest contest = comparison.open()) {
      Measured ours = new Measured("ours", contest.ours());
      Measured other = new Measured("other", contest.other());
      List<Measured> further = new ArrayList<>();
      contest.further().forEach((what, side) -> further.add(new Measured(what, side)));
      List<Measured> order = new ArrayList<>(List.of(ours, other));
      order.addAll(further);
      for (Measured measured : order) {
        settle.run();
        measured.side().warmUp(effort.warmUp());
      }
      for (int round = 1; round <= effort.rounds(); round++) {
        for (Measured measured : order) {
          settle.run();
          measured.turns().add(measured.side().turn(effort.turn()));
        }
        order = order.reversed();
        progress.accept(
            "  %s: round %d of %d".formatted(comparison.word(), round, effort.rounds()));
      }
      Result result = new Result(comparison.goal(), ours.figures(), other.figures(), effort);
      return new Outcome(result, asides(comparison, ours, other, further));
    }
  }

  private static List<Aside> asides(
      Comparison comparison, Measured ours, Measured other, List<Measured> further) {
    List<Aside> asides = new ArrayList<>();
    for (Measured measured : further) {
      double median = measured.figures().median();
      asides.add(
          new Aside(
              comparison.word(), "ratio to " + measured.name(), ours.figures().median() / median));
      asides.add(
          new Aside(comparison.word(), measured.name() + ": " + comparison.goal().unit(), median));
    }
    Stream.concat(Stream.of(ours, other), further.stream())
        .forEach(measured ->
            measured
                .beside()
                .forEach((what, figures) ->
                    asides.add(
                        new Aside(
                            comparison.word(), measured.name() + ": " + what, figures.median()))));
    return asides;
  }

  /** A side with its turns so far. */
  private record Measured(String name, Side side, List<Turn> turns) {
    Measured(String name, Side side) {
      this(name, side, new ArrayList<>());
    }

    Samples figures() {
      return new Samples(turns.stream().map(Turn::figure).toList());
    }

    Map<String, Samples> beside() {
      Map<String, List<Double>> values = new TreeMap<>();
      for (Turn turn : turns) {
        turn.beside()
            .forEach(
                (what, value) -> values.computeIfAbsent(what, _ -> new ArrayList<>()).add(value));
      }
      Map<String, Samples> samples = new TreeMap<>();
      values.forEach((what, list) -> samples.put(what, new Samples(list)));
      return samples;
    }
  }
}
