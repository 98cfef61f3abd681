package io.tanlian.contracts.cbam;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.Fields;
import org.jspecify.annotations.Nullable;

/**
 * An input that counts as a precursor (Implementing Regulation (EU) 2023/1773, annex II, section
 * 3).
 *
 * @param emissions null where they follow from the supplier's own declaration
 */
public record PrecursorFacts(
    ProductId product,
    CnCode cnCode,
    @Nullable String productionRoute,
    @Nullable StatedEmissions emissions) {
  static PrecursorFacts read(Fields in) {
    return new PrecursorFacts(
        in.value("product", ProductId::parse),
        in.value("cnCode", CnCode::new),
        in.textOrNull("productionRoute"),
        in.objectOrNull("specificEmbeddedEmissions", StatedEmissions::read));
  }
}
