package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Specific embedded emissions in tCO2e per tonne of goods, those of precursors included (Regulation
 * (EU) 2023/956, annex IV; annex IV, 1, items 3(a) and 3(c) of the Implementing Regulation). Null
 * where they are not known.
 */
public record SpecificEmissions(@Nullable BigDecimal direct, @Nullable BigDecimal indirect) {
  /** Both together; null unless both are known. */
  public @Nullable BigDecimal total() {
    return direct == null || indirect == null ? null : direct.add(indirect);
  }

  ObjectNode toJson() {
    BigDecimal total = total();
    return new ObjectWriter()
        .value("direct", direct == null ? null : DecimalText.of(direct))
        .value("indirect", indirect == null ? null : DecimalText.of(indirect))
        .value("total", total == null ? null : DecimalText.of(total))
        .toJson();
  }
}
