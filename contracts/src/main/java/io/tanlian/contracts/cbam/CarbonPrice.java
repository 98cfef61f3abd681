package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A carbon price due in a country of origin (Regulation (EU) 2023/956, article 9), one for each
 * country and instrument.
 *
 * @param country ISO 3166-1 alpha-2
 * @param instrument the tax or trading system
 * @param pricePerTonne of goods, in the currency, before rebates
 * @param rebatePerTonne of goods, in the currency; null where it was not said
 * @param currency ISO 4217
 */
public record CarbonPrice(
    String country,
    String instrument,
    BigDecimal pricePerTonne,
    @Nullable BigDecimal rebatePerTonne,
    String currency) {
  public CarbonPrice {
    if (rebatePerTonne != null && rebatePerTonne.compareTo(pricePerTonne) > 0) {
      throw new IllegalArgumentException("a rebate is at most the price");
    }
  }

  static CarbonPrice read(Fields in) {
    return new CarbonPrice(
        in.text("country"),
        in.text("instrument"),
        in.value("pricePerTonne", DecimalText::parse),
        in.valueOrNull("rebatePerTonne", DecimalText::parse),
        in.text("currency"));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("country", country)
        .value("instrument", instrument)
        .value("pricePerTonne", DecimalText.of(pricePerTonne))
        .value("rebatePerTonne", rebatePerTonne == null ? null : DecimalText.of(rebatePerTonne))
        .value("currency", currency)
        .toJson();
  }
}
