package io.tanlian.contracts.cbam;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.schema.Schemas;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an operator says of an installation and its goods that is not on the ledger. No receipt
 * proves it.
 *
 * @param cnCode of the goods
 * @param goodsCategory aggregated goods category (Implementing Regulation (EU) 2023/1773, annex II,
 *     table 1)
 * @param productionRoute how the goods are made (annex II, section 3)
 * @param electricity null where it is not to be counted
 */
public record CbamFacts(
    Installation installation,
    @Nullable String operatorContact,
    CnCode cnCode,
    @Nullable String goodsCategory,
    String productionRoute,
    @Nullable GridElectricity electricity,
    List<PrecursorFacts> precursors,
    List<CarbonPrice> carbonPrices,
    List<SectorParameter> parameters) {
  /** The name of its schema. */
  public static final String SCHEMA = "CbamFacts";

  public CbamFacts {
    precursors = List.copyOf(precursors);
    carbonPrices = List.copyOf(carbonPrices);
    parameters = List.copyOf(parameters);
  }

  /** Reads facts; all violations of their schema are reported together. */
  public static Outcome<CbamFacts> parse(JsonNode json) {
    List<Problem> problems = Schemas.validate(SCHEMA, json);
    return problems.isEmpty() ? Fields.read(json, CbamFacts::read) : Outcome.refused(problems);
  }

  private static CbamFacts read(Fields in) {
    return new CbamFacts(
        in.object("installation", Installation::read),
        in.textOrNull("operatorContact"),
        in.value("cnCode", CnCode::new),
        in.textOrNull("goodsCategory"),
        in.text("productionRoute"),
        in.objectOrNull("electricity", GridElectricity::read),
        in.objects("precursors", PrecursorFacts::read),
        in.objects("carbonPrices", CarbonPrice::read),
        in.objects("parameters", SectorParameter::read));
  }

  /** What is said of this input, if it counts as a precursor. */
  public Optional<PrecursorFacts> precursor(ProductId product) {
    return precursors.stream().filter(known -> known.product().names(product)).findFirst();
  }

  public boolean isElectricity(ProductId product) {
    return electricity != null
        && electricity.products().stream().anyMatch(known -> known.names(product));
  }
}
