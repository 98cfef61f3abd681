package io.tanlian.example.battery.chain;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A secondary emission factor: kgCO2e, counted as fossil, per one unit of something bought or
 * burnt.
 *
 * @param product the last part of the product id that stands for what is bought
 */
public record Factor(
    String key,
    String product,
    String name,
    Unit unit,
    BigDecimal value,
    String source,
    String version,
    Mark mark,
    Ratings ratings,
    Optional<String> note)
    implements Provenance {

  public ProductId productId() {
    return ProductId.parse("urn:tanlian-demo:background:" + product);
  }
}
