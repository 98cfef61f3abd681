package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something a sector is asked besides (annex IV, 1, item 3(f) and section 2): scrap used per tonne
 * of aluminium, for one.
 */
public record SectorParameter(String name, BigDecimal value, String unit) {
  static SectorParameter read(Fields in) {
    return new SectorParameter(
        in.text("name"), in.value("value", DecimalText::parse), in.text("unit"));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("name", name)
        .value("value", DecimalText.of(value))
        .value("unit", unit)
        .toJson();
  }
}
