package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a product footprint. */
final class ProductFootprintJson {
  private ProductFootprintJson() {}

  static ProductFootprint read(Fields in) {
    return new ProductFootprint(
        in.value("id", FootprintId::new),
        in.text("specVersion"),
        in.values("precedingPfIds", FootprintId::new),
        in.value("created", DateTime::new),
        in.value("status", ProductFootprint.Status::parse),
        in.valueOrNull("validityPeriodStart", DateTime::new),
        in.valueOrNull("validityPeriodEnd", DateTime::new),
        in.text("companyName"),
        in.values("companyIds", Urn::new),
        in.textOrNull("productDescription"),
        in.values("productIds", ProductId::parse),
        in.values("productClassifications", Urn::new),
        in.text("productNameCompany"),
        in.textOrNull("comment"),
        in.object("pcf", CarbonFootprintJson::read),
        in.has("extensions") ? in.objects("extensions", DataModelExtension::read) : null);
  }

  static ObjectNode write(ProductFootprint footprint) {
    ObjectWriter out =
        new ObjectWriter()
            .value("id", footprint.id())
            .value("specVersion", footprint.specVersion())
            .listUnlessEmpty("precedingPfIds", footprint.precedingPfIds())
            .value("created", footprint.created())
            .value("status", footprint.status().wireName())
            .value("validityPeriodStart", footprint.validityPeriodStart())
            .value("validityPeriodEnd", footprint.validityPeriodEnd())
            .value("companyName", footprint.companyName())
            .list("companyIds", footprint.companyIds())
            .value("productDescription", footprint.productDescription())
            .list("productIds", footprint.productIds())
            .listUnlessEmpty("productClassifications", footprint.productClassifications())
            .value("productNameCompany", footprint.productNameCompany())
            .value("comment", footprint.comment())
            .object("pcf", CarbonFootprintJson.write(footprint.pcf()));
    if (footprint.extensions() != null) {
      out.objects("extensions", footprint.extensions(), DataModelExtension::toJson);
    }
    return out.toJson();
  }
}
