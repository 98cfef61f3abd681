package io.tanlian.cli.exchange;

import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * So much of a material of one origin.
 *
 * @param kilograms not below zero
 */
public record MaterialMass(MaterialOrigin what, BigDecimal kilograms) {
  static MaterialMass read(JsonNode one) {
    return new MaterialMass(
        new MaterialOrigin(
            Material.parse(JsonField.text(one, "material")),
            Origin.parse(JsonField.text(one, "origin"))),
        JsonField.figure(one, "mass"));
  }

  static List<MaterialMass> all(JsonNode object, String name) {
    return JsonField.elements(object, name, MaterialMass::read);
  }
}
