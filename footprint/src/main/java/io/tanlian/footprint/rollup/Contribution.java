package io.tanlian.footprint.rollup;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.network.Step;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one activity itself adds to one unit of the product: its own burden times how often it runs.
 * Exact with loops; all contributions together are the total.
 *
 * @param amount of the activity's product that one unit of the rolled-up product needs, in its
 *     declared unit of measurement; where some of an input is recycled, the amount whose primary
 *     burden counts
 * @param direct emissions of the step itself, or its whole declared figure where nothing behind it
 *     is known
 * @param estimated burden of its inputs that have a secondary factor only, and of the recycled part
 *     of any input
 * @param sharePercent of the total excluding uptake; empty if the total is 0
 */
public record Contribution(
    ProductId product,
    Pin pin,
    Step.Kind kind,
    BigDecimal amount,
    Figures direct,
    Figures estimated,
    Optional<BigDecimal> sharePercent) {

  /** Everything this activity itself adds. */
  public Figures total() {
    return direct.plus(estimated);
  }
}
