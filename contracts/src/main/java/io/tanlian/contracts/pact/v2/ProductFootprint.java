package io.tanlian.contracts.pact.v2;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.pact.v3.DataModelExtension;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.pact.v3.ProductFootprint.Status;
import io.tanlian.contracts.problem.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A product footprint of the PACT data model 2.3, or of an earlier 2.x, whose fields are among
 * these. What has the same shape in version 3 is that version's type.
 *
 * @param version counts the changes of the footprint of this id
 * @param productCategoryCpc the product's class in the UN's Central Product Classification
 * @param extensions null where the field is absent
 */
public record ProductFootprint(
    FootprintId id,
    String specVersion,
    List<FootprintId> precedingPfIds,
    int version,
    DateTime created,
    @Nullable DateTime updated,
    Status status,
    @Nullable String statusComment,
    @Nullable DateTime validityPeriodStart,
    @Nullable DateTime validityPeriodEnd,
    String companyName,
    List<Urn> companyIds,
    String productDescription,
    List<ProductId> productIds,
    List<Urn> productClassifications,
    String productCategoryCpc,
    String productNameCompany,
    String comment,
    CarbonFootprint pcf,
    @Nullable List<DataModelExtension> extensions) {

  public ProductFootprint {
    precedingPfIds = List.copyOf(precedingPfIds);
    companyIds = List.copyOf(companyIds);
    productIds = List.copyOf(productIds);
    productClassifications = List.copyOf(productClassifications);
    extensions = extensions == null ? null : List.copyOf(extensions);
    if (version < 0) {
      throw new IllegalArgumentException("version is not negative");
    }
  }

  /** Reads a footprint. */
  public static Outcome<ProductFootprint> parse(JsonNode json) {
    return Fields.read(json, ProductFootprintJson::read);
  }

  public ObjectNode toJson() {
    return ProductFootprintJson.write(this);
  }
}
