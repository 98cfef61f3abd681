package io.tanlian.benchmarks.pact;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which footprints there are, each of a product of its own, and which of them the reader may see.
 * Of ten, nine are a maker's, who has granted the reader all its products; one is a supplier's, who
 * grants single products, one grant each, and every other product only.
 *
 * @param footprints how many there are
 */
record Catalogue(int footprints) {
  static final ParticipantId READER = ParticipantId.parse("did:web:reader.example");

  private static final int OF_SUPPLIER_EVERY = 10;
  private static final int GRANTED_EVERY = 20;
  private static final int STEPS = 1_000;
  private static final Instant GRANTED_UNTIL = Instant.parse("2099-01-01T00:00:00Z");
  private static final String FOOTPRINT =
      """
      {
        "id": "PF_ID",
        "specVersion": "3.0.4",
        "created": "2026-03-31T00:00:00Z",
        "status": "Active",
        "companyName": "Benchmark Materials (fictional)",
        "companyIds": ["ISSUER"],
        "productDescription": "Cathode active material, lot sized for one cell line (fictional)",
        "productIds": ["PRODUCT"],
        "productNameCompany": "Cathode active material",
        "comment": "",
        "pcf": {
          "declaredUnitOfMeasurement": "kilogram",
          "declaredUnitAmount": "1",
          "productMassPerDeclaredUnit": "1",
          "referencePeriodStart": "2025-01-01T00:00:00Z",
          "referencePeriodEnd": "2026-01-01T00:00:00Z",
          "geographyCountry": "CN",
          "boundaryProcessesDescription": "Cradle to gate",
          "pcfExcludingBiogenicUptake": "FIGURE",
          "pcfIncludingBiogenicUptake": "FIGURE",
          "fossilCarbonContent": "0",
          "fossilGhgEmissions": "FIGURE",
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

  static boolean isOfSupplier(int number) {
    return number % OF_SUPPLIER_EVERY == OF_SUPPLIER_EVERY - 1;
  }

  /** Whether a grant of this product alone opens it. */
  static boolean isGrantedAlone(int number) {
    return number % GRANTED_EVERY == GRANTED_EVERY - 1;
  }

  private static boolean isVisible(int number) {
    return !isOfSupplier(number) || isGrantedAlone(number);
  }

  /** What the reader must find, each once. */
  Set<UUID> visible() {
    return IntStream.range(0, footprints)
        .filter(Catalogue::isVisible)
        .mapToObj(Catalogue::footprintId)
        .collect(Collectors.toSet());
  }

  static UUID footprintId(int number) {
    return UUID.nameUUIDFromBytes(("footprint " + number).getBytes(StandardCharsets.UTF_8));
  }

  static Claim declaration(int number, ParticipantId issuer) {
    String json =
        FOOTPRINT
            .replace("PF_ID", footprintId(number).toString())
            .replace("ISSUER", issuer.value())
            .replace("PRODUCT", product(number))
            .replace("FIGURE", number % STEPS + ".25");
    ObjectNode claim = JsonMapper.shared().createObjectNode();
    claim.set("productFootprint", JsonMapper.shared().readTree(json));
    return switch (Claim.parseDisclosed(Claim.Declared.TYPE, claim)) {
      case Outcome.Accepted<Claim>(Claim read) -> read;
      case Outcome.Refused<Claim> refused ->
          throw new IllegalStateException("the workload is wrong: " + refused);
    };
  }

  static Claim grantOfAll() {
    return grant(new GrantScope.AllProducts());
  }

  static Claim grantOf(int number) {
    return grant(new GrantScope.Products(List.of(ProductId.parse(product(number)))));
  }

  private static Claim grant(GrantScope scope) {
    return new Claim.Granted(
        new Grant(READER, scope, Set.of(GrantedPart.FIGURES), "Benchmark", GRANTED_UNTIL));
  }

  private static String product(int number) {
    return "urn:example:product:%06d".formatted(number);
  }
}
