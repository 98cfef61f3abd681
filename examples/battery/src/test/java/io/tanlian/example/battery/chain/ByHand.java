package io.tanlian.example.battery.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Footprints by the plainest means: repeat "inputs times their footprints, plus direct emissions"
 * until nothing moves. Shares no code with what it checks.
 */
final class ByHand {
  private static final int SWEEPS = 100;

  private ByHand() {}

  static Map<Product, Double> footprints(Chain chain, Scenario scenario) {
    Map<Product, Double> known = new HashMap<>();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (Product product : chain.products(scenario)) {
        known.put(product, footprint(chain.facts(product), known));
      }
    }
    return known;
  }

  private static double footprint(Facts facts, Map<Product, Double> known) {
    return switch (facts.making()) {
      case Facts.AsPublished(Published published) -> published.value().doubleValue();
      case Facts.Itemised(List<Flow> inputs, List<Flow.OfFactor> direct) ->
          inputs.stream().mapToDouble(flow -> burden(flow, known)).sum()
              + direct.stream().mapToDouble(flow -> burden(flow, known)).sum();
    };
  }

  private static double burden(Flow flow, Map<Product, Double> known) {
    double each =
        switch (flow) {
          case Flow.OfProduct input -> known.getOrDefault(input.product(), 0.0);
          case Flow.OfFactor input -> input.factor().value().doubleValue();
        };
    return (flow.leaves() ? -1 : 1) * flow.amount().doubleValue() * each;
  }
}
