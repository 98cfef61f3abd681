package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * The electricity that making the goods takes, that of precursors not included.
 *
 * @param mwhPerTonne of goods
 * @param emissionFactor tCO2e per megawatt hour
 * @param source where the factor comes from (annex IV, 1, item 3(c))
 */
public record ConsumedElectricity(
    BigDecimal mwhPerTonne, BigDecimal emissionFactor, String source) {
  ObjectNode toJson() {
    return new ObjectWriter()
        .value("consumption", DecimalText.of(mwhPerTonne))
        .value("emissionFactor", DecimalText.of(emissionFactor))
        .value("source", source)
        .toJson();
  }
}
