package io.tanlian.contracts.cbam;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goods of one CN code from one production route (annex IV, 1, items 2 and 3).
 *
 * @param name the operator's name for them
 * @param electricity null where it is not known
 */
public record Goods(
    ProductId product,
    String name,
    CnCode cnCode,
    @Nullable String goodsCategory,
    String productionRoute,
    SpecificEmissions emissions,
    @Nullable ConsumedElectricity electricity,
    List<Precursor> precursors,
    List<CarbonPrice> carbonPrices,
    List<SectorParameter> parameters) {
  public Goods {
    precursors = List.copyOf(precursors);
    carbonPrices = List.copyOf(carbonPrices);
    parameters = List.copyOf(parameters);
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("product", product)
        .value("name", name)
        .value("cnCode", cnCode)
        .value("goodsCategory", goodsCategory)
        .value("productionRoute", productionRoute)
        .object("specificEmbeddedEmissions", emissions.toJson())
        .object("electricity", electricity == null ? null : electricity.toJson())
        .objectsUnlessEmpty("precursors", precursors, Precursor::toJson)
        .objectsUnlessEmpty("carbonPrices", carbonPrices, CarbonPrice::toJson)
        .objectsUnlessEmpty("parameters", parameters, SectorParameter::toJson)
        .toJson();
  }
}
