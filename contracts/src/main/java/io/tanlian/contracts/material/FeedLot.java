package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A lot that went into a recovery.
 *
 * @param lot the plant's own name for it
 * @param product what it is: used batteries, production scrap, black mass
 * @param mass kilograms, as weighed
 * @param contents what of it is to be recovered
 */
public record FeedLot(String lot, ProductId product, BigDecimal mass, List<Content> contents) {
  public FeedLot {
    mass = Masses.checked(mass);
    contents = Masses.checked(contents, mass);
  }

  static FeedLot read(Fields in) {
    return new FeedLot(
        in.text("lot"),
        in.value("product", ProductId::parse),
        in.value("mass", DecimalText::parse),
        in.objects("contents", Content::read));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("lot", lot)
        .value("product", product)
        .value("mass", DecimalText.of(mass))
        .objects("contents", contents, Content::toJson)
        .toJson();
  }
}
