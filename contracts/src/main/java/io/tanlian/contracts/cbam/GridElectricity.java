package io.tanlian.contracts.cbam;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.List;

/**
 * How electricity is counted (Implementing Regulation (EU) 2023/1773, annex III, section D).
 *
 * @param products the inputs that are electricity
 * @param emissionFactor tCO2e for a megawatt hour consumed, without what happens before the power
 *     plant; the factors in a product footprint include that and cannot take its place
 * @param source where the factor comes from
 */
public record GridElectricity(List<ProductId> products, BigDecimal emissionFactor, String source) {
  public GridElectricity {
    products = List.copyOf(products);
  }

  static GridElectricity read(Fields in) {
    return new GridElectricity(
        in.values("products", ProductId::parse),
        in.value("emissionFactor", DecimalText::parse),
        in.text("source"));
  }
}
