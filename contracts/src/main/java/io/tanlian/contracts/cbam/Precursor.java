package io.tanlian.contracts.cbam;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A precursor in the goods.
 *
 * @param tonnesPerTonne of goods; null where the amount cannot be told as a mass
 * @param emissions of one tonne of the precursor
 * @param basis null where its emissions are not known
 * @param source where they come from, in words; null where they are not known
 * @param statement the supplier's statement that the declaration names; null where it names none
 */
public record Precursor(
    ProductId product,
    CnCode cnCode,
    @Nullable String productionRoute,
    @Nullable BigDecimal tonnesPerTonne,
    SpecificEmissions emissions,
    @Nullable EmissionsBasis basis,
    @Nullable String source,
    @Nullable StatementId statement) {
  ObjectNode toJson() {
    return new ObjectWriter()
        .value("product", product)
        .value("cnCode", cnCode)
        .value("productionRoute", productionRoute)
        .value("amount", tonnesPerTonne == null ? null : DecimalText.of(tonnesPerTonne))
        .object("specificEmbeddedEmissions", emissions.toJson())
        .value("basis", basis == null ? null : basis.wireName())
        .value("source", source)
        .value("statement", statement)
        .toJson();
  }
}
