package io.tanlian.verifier;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import java.util.UUID;

/** Declarations as text, to be changed by replacing a part of it. */
public record DeclarationText(String json) {
  public static final String ELECTRICITY = "urn:example:electricity";
  public static final String CATHODE = "urn:gtin:06901234567892";
  public static final String CELL = "urn:gtin:06901234567885";

  /** Cathode material: (10,000 kWh of 0.6 + 4,000 direct) / 1,000 kg = 10 kgCO2e per kg. */
  public static DeclarationText cathode(ParticipantId issuer) {
    return of(
        issuer,
        CATHODE,
        "10",
        "1000",
        """
        {"product": "%s", "direction": "in", "amount": "10000", "unit": "kilowatt hour",
         "emissionFactor": {"source": {"name": "CN grid", "version": "2025"},
                            "values": {"fossilGhgEmissions": "0.6"}}}
        """
            .formatted(ELECTRICITY),
        "4000");
  }

  /** A cell: (50 kg of cathode material of 10 + 200 direct) / 100 kg = 7 kgCO2e per kg. */
  public static DeclarationText cell(ParticipantId issuer, StatementId cathode) {
    return of(
        issuer,
        CELL,
        "7",
        "100",
        """
        {"product": "%s", "direction": "in", "amount": "50", "unit": "kilogram",
         "statement": "%s"}
        """
            .formatted(CATHODE, cathode.value()),
        "200");
  }

  private static DeclarationText of(
      ParticipantId issuer,
      String product,
      String pcf,
      String output,
      String input,
      String direct) {
    return new DeclarationText(
        """
        {
          "productFootprint": {
            "id": "%s",
            "specVersion": "3.0.0",
            "created": "2026-11-02T08:00:00Z",
            "status": "Active",
            "companyName": "A company",
            "companyIds": ["%s"],
            "productDescription": "A product",
            "productIds": ["%s"],
            "productNameCompany": "P-1",
            "pcf": {
              "declaredUnitOfMeasurement": "kilogram",
              "declaredUnitAmount": "1",
              "productMassPerDeclaredUnit": "1",
              "referencePeriodStart": "2025-01-01T00:00:00Z",
              "referencePeriodEnd": "2025-12-31T00:00:00Z",
              "geographyCountry": "CN",
              "boundaryProcessesDescription": "All",
              "pcfExcludingBiogenicUptake": "%s",
              "pcfIncludingBiogenicUptake": "%s",
              "fossilCarbonContent": "0",
              "fossilGhgEmissions": "%s",
              "ipccCharacterizationFactors": ["AR6"],
              "crossSectoralStandards": ["ISO14067"],
              "exemptedEmissionsPercent": "0",
              "primaryDataShare": "56.12",
              "dqi": {"technologicalDQR": "1.5", "geographicalDQR": "2.0", "temporalDQR": "1.0"}
            }
          },
          "output": {"amount": "%s", "unit": "kilogram"},
          "inputs": [%s],
          "directEmissions": {"fossilGhgEmissions": "%s"}
        }
        """
            .formatted(
                UUID.randomUUID(), issuer.value(), product, pcf, pcf, pcf, output, input, direct));
  }

  /** The text with one part replaced, which must be there. */
  public DeclarationText with(String part, String instead) {
    if (!json.contains(part)) {
      throw new IllegalArgumentException("no such part: " + part);
    }
    return new DeclarationText(json.replace(part, instead));
  }

  /**
   * The text with one more input: 1,000 kg of nickel at 12, a quarter of it recycled by this method
   * at 4, which makes 10 kgCO2e per kg by cut-off.
   *
   * @param claim the statement that claims it
   * @param terms the further fields of the method, with a comma before them
   */
  public DeclarationText takingRecycled(StatementId claim, String method, String terms) {
    return with(
        "\"inputs\": [",
        """
        "inputs": [
          {"product": "urn:example:nickel", "amount": "1000", "unit": "kilogram",
           "emissionFactor": {"source": {"name": "Metals", "version": "2025"},
                              "values": {"fossilGhgEmissions": "12"}},
           "recycled": {"claim": "%s",
             "method": "%s", "share": "0.25",
             "recycling": {"source": {"name": "Metals", "version": "2025"},
                           "values": {"fossilGhgEmissions": "4"}}%s}},
        """
            .formatted(claim.value(), method, terms));
  }

  /** The text in which the footprint replaces others. */
  public DeclarationText replacing(String... footprintIds) {
    return with(
        "\"created\"",
        "\"precedingPfIds\": [\"%s\"], \"created\"".formatted(String.join("\", \"", footprintIds)));
  }

  public String footprintId() {
    return json.split("\"", -1)[5];
  }

  public Claim claim() {
    return switch (StrictJson.parse(json).then(tree -> Claim.parse(Claim.Declared.TYPE, tree))) {
      case Outcome.Accepted<Claim>(Claim claim) -> claim;
      case Outcome.Refused<Claim>(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }
}
