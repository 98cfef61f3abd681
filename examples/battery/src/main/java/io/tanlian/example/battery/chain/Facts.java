package io.tanlian.example.battery.chain;

import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a company knows about one unit of its product.
 *
 * @param origin where its amounts or its published figure come from
 * @param global whether its figure is of the whole world, not of the company's subdivision
 * @param allocation how the inventory is shared among co-products
 * @param comparison published totals to compare with
 */
public record Facts(
    String name,
    Unit unit,
    BigDecimal massKg,
    FossilCarbon fossilCarbon,
    Making making,
    Provenance origin,
    boolean global,
    Optional<Exempted> exempted,
    Optional<String> allocation,
    Optional<String> comparison) {

  /** How the product's figure is known. */
  public sealed interface Making {}

  /** One published figure. */
  public record AsPublished(Published published) implements Making {}

  /**
   * An inventory.
   *
   * @param direct what the company emits itself: amounts of factors
   */
  public record Itemised(List<Flow> inputs, List<Flow.OfFactor> direct) implements Making {}
}
