package io.tanlian.benchmarks.harness;

import java.util.List;

/** All that one comparison brought to light. */
public record Outcome(Result result, List<Aside> asides) {
  public Outcome {
    asides = List.copyOf(asides);
  }
}
