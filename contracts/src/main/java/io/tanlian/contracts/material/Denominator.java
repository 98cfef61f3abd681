package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole mass of a material that a share is a share of.
 *
 * @param mass kilograms of the material, recycled or not, in all products claimed for
 */
public record Denominator(Material material, Boundary boundary, BigDecimal mass) {
  public Denominator {
    boundary.requireContent();
    mass = Masses.checked(mass);
  }

  static Denominator read(Fields in) {
    return new Denominator(
        in.value("material", Material::parse),
        in.value("boundary", Boundary::parse),
        in.value("mass", DecimalText::parse));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("material", material)
        .value("boundary", boundary.wireName())
        .value("mass", DecimalText.of(mass))
        .toJson();
  }
}
