package io.tanlian.contracts.declaration;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of an input's material when the product is discarded, as the Circular Footprint
 * Formula counts it.
 *
 * @param share of the material that will be recycled (R2), 0 to 1
 * @param recycling burden of that recycling (ErecyclingEoL) for one unit of the input
 * @param displaced burden of the primary material it will stand in for (E*v), for one unit
 * @param quality of the material it gives, as a ratio to that of the displaced one (Qsout/Qp),
 *     above 0 and at most 1
 */
public record EndOfLife(
    BigDecimal share, EmissionFactor recycling, EmissionFactor displaced, BigDecimal quality) {
  public EndOfLife {
    share = Share.checked("share (R2)", share);
    quality = Share.aboveZero("quality (Qsout/Qp)", quality);
  }

  static EndOfLife read(Fields in) {
    return new EndOfLife(
        in.value("share", DecimalText::parse),
        in.object("recycling", EmissionFactor::read),
        in.object("displaced", EmissionFactor::read),
        in.value("quality", DecimalText::parse));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("share", DecimalText.of(share))
        .object("recycling", recycling.toJson())
        .object("displaced", displaced.toJson())
        .value("quality", DecimalText.of(quality))
        .toJson();
  }
}
