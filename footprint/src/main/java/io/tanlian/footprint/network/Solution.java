package io.tanlian.footprint.network;

import io.tanlian.footprint.activity.Figures;
import java.math.BigDecimal;
import java.util.List;

/** What solving a product's network gives: the solution, or why there is none. */
public sealed interface Solution {

  /**
   * The solved network of one product.
   *
   * @param intensities for each node of the plan, its footprint for one declared unit of
   *     measurement
   * @param runs for each node of the plan, how often it runs for one declared unit of measurement
   *     of the root
   */
  record Solved(Plan plan, List<Figures> intensities, List<BigDecimal> runs) implements Solution {
    public Solved {
      intensities = List.copyOf(intensities);
      runs = List.copyOf(runs);
    }
  }

  /** There is no solution. */
  record Unsolved(Refusal refusal) implements Solution {}
}
