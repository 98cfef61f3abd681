package io.tanlian.exchange.serve;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What companies declare and grant in these tests. */
public final class Declarations {
  private static final String FOOTPRINT =
      """
      {
        "id": "PF_ID",
        "specVersion": "3.0.4",
        "created": "2026-03-31T00:00:00Z",
        "status": "Active",
        "companyName": "Company (fictional)",
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
      }
      """;

  private Declarations() {}

  public static String newProduct() {
    return "urn:example:product:" + UUID.randomUUID();
  }

  /** A footprint of PACT v3: 2.25 kgCO2e for one kilogram. */
  public static ObjectNode footprint(String company, String product) {
    return (ObjectNode)
        JsonMapper.builder()
            .build()
            .readTree(
                FOOTPRINT
                    .replace("PF_ID", UUID.randomUUID().toString())
                    .replace("ISSUER", company)
                    .replace("PRODUCT", product));
  }

  public static Claim of(ParticipantId issuer, String product) {
    ObjectNode claim = JsonMapper.builder().build().createObjectNode();
    claim.set("productFootprint", footprint(issuer.value(), product));
    return switch (Claim.parse(Claim.Declared.TYPE, claim)) {
      case Outcome.Accepted<Claim>(Claim read) -> read;
      case Outcome.Refused<Claim>(var problems) -> throw new AssertionError(problems);
    };
  }

  public static String idOf(Claim declaration) {
    return declaration.toJson().at("/productFootprint/id").stringValue();
  }

  public static Claim grant(ParticipantId recipient, String product) {
    return new Claim.Granted(
        new Grant(
            recipient,
            new GrantScope.Products(List.of(ProductId.parse(product))),
            Set.of(GrantedPart.FIGURES),
            "Footprint of the customer's products",
            Instant.parse("2036-01-01T00:00:00Z")));
  }
}
