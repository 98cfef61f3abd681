package io.tanlian.example.battery.service;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What suppliers declare and grant in these tests. */
final class Footprints {
  static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");

  /** 2 kWh at 0.5 and 1.25 of its own: 2.25 kgCO2e for one kilogram. */
  private static final String DECLARATION =
      """
      {
        "productFootprint": {
          "id": "PF_ID",
          "specVersion": "3.0.4",
          "created": "2026-03-31T00:00:00Z",
          "status": "Active",
          "companyName": "Newcomer (fictional)",
          "companyIds": ["ISSUER"],
          "productDescription": "A fictional product",
          "productIds": ["PRODUCT"],
          "productNameCompany": "Product",
          "comment": "",
          "pcf": {
            "declaredUnitOfMeasurement": "kilogram",
            "declaredUnitAmount": "1",
            "productMassPerDeclaredUnit": "1",
            "referencePeriodStart": "2025-01-01T00:00:00Z",
            "referencePeriodEnd": "2026-01-01T00:00:00Z",
            "geographyCountry": "CN",
            "boundaryProcessesDescription": "Cradle to gate",
            "pcfExcludingBiogenicUptake": "2.25",
            "pcfIncludingBiogenicUptake": "2.25",
            "fossilCarbonContent": "0",
            "fossilGhgEmissions": "2.25",
            "packagingEmissionsIncluded": false,
            "ccsTechnologicalCO2CaptureIncluded": false,
            "ipccCharacterizationFactors": ["AR6"],
            "crossSectoralStandards": ["PACT-3.0"],
            "exemptedEmissionsPercent": "0",
            "exemptedEmissionsDescription": "Nothing is left out",
            "allocationRulesDescription": "One product",
            "secondaryEmissionFactorSources": [{"name": "Grid", "version": "2025"}],
            "primaryDataShare": "55",
            "dqi": {"technologicalDQR": "2", "geographicalDQR": "2", "temporalDQR": "2"}
          }
        },
        "output": {"amount": "1", "unit": "kilogram"},
        "inputs": [
          {
            "product": "urn:example:electricity",
            "direction": "in",
            "amount": "2",
            "unit": "kilowatt hour",
            "emissionFactor": {
              "source": {"name": "Grid", "version": "2025"},
              "values": {"fossilGhgEmissions": "0.5"}
            }
          }
        ],
        "directEmissions": {"fossilGhgEmissions": "1.25"}
      }
      """;

  private Footprints() {}

  static String newProduct() {
    return "urn:example:product:" + UUID.randomUUID();
  }

  static Claim of(ParticipantId issuer, String product) {
    return of(issuer, product, claim -> {});
  }

  static Claim of(ParticipantId issuer, String product, Consumer<ObjectNode> change) {
    ObjectNode claim =
        (ObjectNode)
            JsonMapper.builder()
                .build()
                .readTree(
                    DECLARATION
                        .replace("PF_ID", UUID.randomUUID().toString())
                        .replace("ISSUER", issuer.value())
                        .replace("PRODUCT", product));
    change.accept(claim);
    return declared(claim);
  }

  /**
   * Adds 1 kg of nickel at 12 kgCO2e, a quarter of it recycled at 4 as another statement claims;
   * returns its recycled part, which still needs that claim's method.
   */
  static ObjectNode addRecycledNickel(ObjectNode claim, StatementId content) {
    ObjectNode input =
        claim
            .withArray("/inputs")
            .addObject()
            .put("product", RecycledNickel.PRODUCT)
            .put("amount", "1")
            .put("unit", "kilogram");
    putFactor(input.putObject("emissionFactor"), "12");
    ObjectNode recycled =
        input.putObject("recycled").put("claim", content.value()).put("share", "0.25");
    putFactor(recycled.putObject("recycling"), "4");
    return recycled;
  }

  /** States a PCF that is all fossil. */
  static void putTotal(ObjectNode claim, String kilograms) {
    claim
        .withObject("/productFootprint/pcf")
        .put("fossilGhgEmissions", kilograms)
        .put("pcfExcludingBiogenicUptake", kilograms)
        .put("pcfIncludingBiogenicUptake", kilograms);
  }

  private static void putFactor(ObjectNode factor, String fossil) {
    factor.putObject("source").put("name", "Metals").put("version", "2025");
    factor.putObject("values").put("fossilGhgEmissions", fossil);
  }

  static Claim declared(ObjectNode claim) {
    return switch (Claim.parse(Claim.Declared.TYPE, claim)) {
      case Outcome.Accepted<Claim>(Claim read) -> read;
      case Outcome.Refused<Claim>(var problems) -> throw new AssertionError(problems);
    };
  }

  static String idOf(Claim declaration) {
    return declaration.toJson().at("/productFootprint/id").stringValue();
  }

  static Claim grant(ParticipantId recipient, String product, GrantedPart... parts) {
    return grantUntil(LATER, recipient, product, parts);
  }

  static Claim grantUntil(
      Instant end, ParticipantId recipient, String product, GrantedPart... parts) {
    return new Claim.Granted(
        new Grant(
            recipient,
            new GrantScope.Products(List.of(ProductId.parse(product))),
            Set.of(parts),
            "Footprint of the customer's products",
            end));
  }
}
