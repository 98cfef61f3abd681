package io.tanlian.footprint.rollup;

import static java.math.MathContext.DECIMAL128;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.network.Plan;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The recycled part of an input.
 *
 * @param claim the statement it rests on
 * @param share of recycled material in the input (R1), above 0 and at most 1
 * @param burden in kgCO2e excluding uptake for one unit of the rolled-up product: recycling and, by
 *     the Circular Footprint Formula, the credit at the end of life
 */
public record RecycledPart(
    StatementId claim, RecyclingMethod method, BigDecimal share, BigDecimal burden) {

  /**
   * The recycled part of a line; empty if it has none.
   *
   * @param runs how often its step runs
   */
  static Optional<RecycledPart> of(Plan.Line line, BigDecimal runs) {
    return line.input()
        .recycled()
        .map(recycled ->
            new RecycledPart(
                recycled.claim(),
                recycled.method(),
                recycled.share(),
                line.recycling()
                    .orElse(Figures.ZERO)
                    .excludingUptake()
                    .multiply(runs, DECIMAL128)));
  }
}
