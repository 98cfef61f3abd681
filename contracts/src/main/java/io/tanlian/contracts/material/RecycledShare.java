package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * A claimed share of recycled material.
 *
 * @param origin a recycled one
 * @param share recycled mass / the denominator of the same material and boundary, above 0 and at
 *     most 1
 */
public record RecycledShare(Material material, Boundary boundary, Origin origin, BigDecimal share) {
  public RecycledShare {
    boundary.requireContent();
    if (!origin.isRecycled()) {
      throw new IllegalArgumentException("a recycled share is preConsumer or postConsumer");
    }
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share is above 0 and at most 1, 0.16");
    }
  }

  static RecycledShare read(Fields in) {
    return new RecycledShare(
        in.value("material", Material::parse),
        in.value("boundary", Boundary::parse),
        in.value("origin", Origin::parse),
        in.value("share", DecimalText::parse));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("material", material)
        .value("boundary", boundary.wireName())
        .value("origin", origin.wireName())
        .value("share", DecimalText.of(share))
        .toJson();
  }
}
