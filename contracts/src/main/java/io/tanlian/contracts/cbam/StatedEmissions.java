package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;

/**
 * Specific embedded emissions of a precursor that are taken from elsewhere, in tCO2e per tonne.
 *
 * @param source where from: the supplier's communication, or the list of default values
 */
public record StatedEmissions(
    BigDecimal direct, BigDecimal indirect, EmissionsBasis basis, String source) {
  static StatedEmissions read(Fields in) {
    return new StatedEmissions(
        in.value("direct", DecimalText::parse),
        in.value("indirect", DecimalText::parse),
        in.value("basis", EmissionsBasis::parse),
        in.text("source"));
  }
}
