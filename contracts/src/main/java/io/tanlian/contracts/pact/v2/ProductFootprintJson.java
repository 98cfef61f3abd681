package io.tanlian.contracts.pact.v2;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.DataModelExtension;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.pact.v3.ProductFootprint.Status;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a product footprint. */
final class ProductFootprintJson {
  private ProductFootprintJson() {}

  static ProductFootprint read(Fields in) {
    return new ProductFootprint(
        in.value("id", FootprintId::new),
        in.text("specVersion"),
        in.values("precedingPfIds", FootprintId::new),
        version(in.number("version")),
        in.value("created", DateTime::new),
        in.valueOrNull("updated", DateTime::new),
        in.value("status", Status::parse),
        in.textOrNull("statusComment"),
        in.valueOrNull("validityPeriodStart", DateTime::new),
        in.valueOrNull("validityPeriodEnd", DateTime::new),
        in.text("companyName"),
        in.values("companyIds", Urn::new),
        in.text("productDescription"),
        in.values("productIds", ProductId::parse),
        in.values("productClassifications", Urn::new),
        in.text("productCategoryCpc"),
        in.text("productNameCompany"),
        in.text("comment"),
        in.object("pcf", CarbonFootprintJson::read),
        in.has("extensions") ? in.objects("extensions", DataModelExtension::read) : null);
  }

  static ObjectNode write(ProductFootprint footprint) {
    ObjectWriter out =
        new ObjectWriter()
            .value("id", footprint.id())
            .value("specVersion", footprint.specVersion())
            .listUnlessEmpty("precedingPfIds", footprint.precedingPfIds())
            .wholeNumber("version", footprint.version())
            .value("created", footprint.created())
            .value("updated", footprint.updated())
            .value("status", footprint.status().wireName())
            .value("statusComment", footprint.statusComment())
            .value("validityPeriodStart", footprint.validityPeriodStart())
            .value("validityPeriodEnd", footprint.validityPeriodEnd())
            .value("companyName", footprint.companyName())
            .list("companyIds", footprint.companyIds())
            .value("productDescription", footprint.productDescription())
            .list("productIds", footprint.productIds())
            .listUnlessEmpty("productClassifications", footprint.productClassifications())
            .value("productCategoryCpc", footprint.productCategoryCpc())
            .value("productNameCompany", footprint.productNameCompany())
            .value("comment", footprint.comment())
            .object("pcf", CarbonFootprintJson.write(footprint.pcf()));
    if (footprint.extensions() != null) {
      out.objects("extensions", footprint.extensions(), DataModelExtension::toJson);
    }
    return out.toJson();
  }

  private static int version(BigDecimal number) {
    try {
      return number.intValueExact();
    } catch (ArithmeticException noInteger) {
      throw new IllegalArgumentException(
          "version is a whole number of at most 2147483647", noInteger);
    }
  }
}
