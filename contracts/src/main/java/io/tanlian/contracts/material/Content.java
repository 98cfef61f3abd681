package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of a material a lot holds.
 *
 * @param mass kilograms; of a metal the mass of the element, whatever its compound
 */
public record Content(Material material, BigDecimal mass, Origin origin) {
  public Content {
    mass = Masses.checked(mass);
  }

  public MaterialOrigin materialOrigin() {
    return new MaterialOrigin(material, origin);
  }

  static Content read(Fields in) {
    return new Content(
        in.value("material", Material::parse),
        in.value("mass", DecimalText::parse),
        in.value("origin", Origin::parse));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("material", material)
        .value("mass", DecimalText.of(mass))
        .value("origin", origin.wireName())
        .toJson();
  }
}
