package io.tanlian.contracts.cbam;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.evidence.ProvedBy;
import io.tanlian.contracts.evidence.Remark;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommunicationSheetTest {

  @Test
  void a_sheet_is_the_golden_file_and_keeps_its_schema() throws IOException {
    JsonNode json = sheet().toJson();
    try (InputStream in =
        Objects.requireNonNull(
            CommunicationSheetTest.class.getResourceAsStream("/cbam/full.json"))) {
      assertThat(StrictJson.format(json))
          .isEqualTo(StrictJson.format(accepted(StrictJson.parse(in.readAllBytes()))));
    }
    assertThat(Schemas.validate(CommunicationSheet.SCHEMA, json)).isEmpty();
  }

  @Test
  void the_total_of_an_unknown_part_is_unknown() {
    assertThat(new SpecificEmissions(BigDecimal.ONE, null).total()).isNull();
    assertThat(new SpecificEmissions(BigDecimal.ONE, BigDecimal.TWO).total()).isEqualTo("3");
  }

  private static CommunicationSheet sheet() {
    Goods foil =
        new Goods(
            ProductId.parse("urn:example:product:aluminium-foil"),
            "Battery foil AF-12",
            new CnCode("76071119"),
            "Aluminium products",
            "Rolling",
            new SpecificEmissions(new BigDecimal("1.85"), new BigDecimal("7.9")),
            new ConsumedElectricity(
                new BigDecimal("1.1"), new BigDecimal("0.5703"), "Grid average, made up"),
            List.of(
                new Precursor(
                    ProductId.parse("urn:example:material:aluminium"),
                    new CnCode("76011010"),
                    "Primary aluminium",
                    new BigDecimal("1.05"),
                    new SpecificEmissions(new BigDecimal("1.6"), new BigDecimal("7")),
                    EmissionsBasis.ACTUAL,
                    "the supplier's communication",
                    StatementId.parse("urn:uuid:0192f1c4-8d3e-7000-8000-000000000003")),
                new Precursor(
                    ProductId.parse("urn:example:material:alloy"),
                    new CnCode("7601"),
                    null,
                    null,
                    new SpecificEmissions(null, null),
                    null,
                    null,
                    null)),
            List.of(
                new CarbonPrice(
                    "CN", "National ETS", new BigDecimal("12.5"), new BigDecimal("2"), "CNY")),
            List.of(new SectorParameter("Scrap used", new BigDecimal("0.02"), "t/t")));
    return new CommunicationSheet(
        new ReferencePeriod(
            new DateTime("2025-01-01T00:00:00Z"), new DateTime("2026-01-01T00:00:00Z")),
        new Operator(
            ParticipantId.parse("urn:uscc:91000000FAKE001015"), "Foils (fictional)", "a@b.example"),
        new Installation(
            "Mill 1",
            "c@b.example",
            "CN-1",
            "CNSHA",
            "1 Foil Road, Shanghai",
            "CN",
            new Coordinates(new BigDecimal("31.2"), new BigDecimal("121.5"))),
        List.of(foil),
        List.of(new Remark("/goods/0/precursors/1", "Its amount is not known as a mass.")),
        List.of(new Remark("/goods/0", "An input is not counted.")),
        List.of(ProvedBy.entry(7, "ProductFootprintDeclaration", "/goods/0")));
  }
}
