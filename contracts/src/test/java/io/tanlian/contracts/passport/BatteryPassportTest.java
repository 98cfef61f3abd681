package io.tanlian.contracts.passport;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.contracts.evidence.ProvedBy;
import io.tanlian.contracts.evidence.Remark;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatteryPassportTest {
  private static final ProductId BATTERY = ProductId.parse("urn:gtin:4712345060507");

  @Test
  void a_full_passport_is_the_golden_file_and_keeps_its_schema() throws IOException {
    JsonNode json = full().toJson();
    assertThat(StrictJson.format(json)).isEqualTo(golden("/passport/full.json"));
    assertThat(Schemas.validate(BatteryPassport.SCHEMA, json)).isEmpty();
  }

  @Test
  void what_is_not_known_is_absent_and_named() throws IOException {
    JsonNode json =
        new BatteryPassport(
                BATTERY,
                BatteryIdentity.UNKNOWN,
                new BatteryCarbonFootprint(null, new TreeMap<>(), null, null, null, null, 12),
                null,
                List.of(new Remark("/circularity", "No claim of recycled content was given.")),
                List.of(),
                List.of())
            .toJson();
    assertThat(StrictJson.format(json)).isEqualTo(golden("/passport/empty.json"));
    assertThat(Schemas.validate(BatteryPassport.SCHEMA, json)).isEmpty();
  }

  @Test
  void every_share_has_its_clause_of_the_standard() {
    assertThat(RecycledMetal.NICKEL.clause(Origin.PRE_CONSUMER)).isEqualTo("6.6.2.3");
    assertThat(RecycledMetal.LEAD.clause(Origin.PRE_CONSUMER)).isEqualTo("6.6.2.6");
    assertThat(RecycledMetal.NICKEL.clause(Origin.POST_CONSUMER)).isEqualTo("6.6.2.7");
    assertThat(RecycledMetal.LEAD.clause(Origin.POST_CONSUMER)).isEqualTo("6.6.2.10");
  }

  @Test
  void shares_of_more_than_all_of_it_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new RecycledShare(RecycledMetal.NICKEL, new BigDecimal("60"), new BigDecimal("41")))
        .withMessageContaining("100 %");
  }

  private static BatteryPassport full() {
    StatementId claim = StatementId.parse("urn:uuid:0192f1c4-8d3e-7000-8000-000000000123");
    Map<LifecycleStage, BigDecimal> stages =
        Map.of(
            LifecycleStage.RAW_MATERIAL, new BigDecimal("0.04"),
            LifecycleStage.MAIN_PRODUCTION, new BigDecimal("0.02"),
            LifecycleStage.DISTRIBUTION, new BigDecimal("0.001"),
            LifecycleStage.END_OF_LIFE, new BigDecimal("-0.003"));
    return new BatteryPassport(
        BATTERY,
        accepted(
                PassportFacts.parse(
                    accepted(
                        StrictJson.parse(
                            """
                            {"batteryPassportIdentifier":"urn:example:passport:1",
                             "batteryModelIdentifier":"NCM811-80","manufacturerIdentifier":"DE123",
                             "manufacturingPlace":"Zhenjiang, CN","manufacturingDate":"2031-09",
                             "batteryCategory":"ev","batteryMass":"400"}
                            """))))
            .identity(),
        new BatteryCarbonFootprint(
            new BigDecimal("0.058"),
            new TreeMap<>(stages),
            "B",
            "https://example.com/study.pdf",
            new BigDecimal("6960"),
            new BigDecimal("7200"),
            200),
        new RecycledContent(
            claim,
            new Urn("urn:example:plant:1"),
            2031,
            List.of(
                new RecycledShare(RecycledMetal.NICKEL, null, new BigDecimal("25.69")),
                new RecycledShare(
                    RecycledMetal.LITHIUM, new BigDecimal("1.20"), new BigDecimal("6.00"))),
            List.of(
                new ThresholdVerdict(
                    "eu-2023-1542-2031",
                    "1",
                    "activeMaterials",
                    Material.parse("Ni"),
                    "met",
                    new BigDecimal("0.2569"),
                    new BigDecimal("0.06")))),
        List.of(new Remark("/circularity/recycledContent", "The claim says nothing of Cobalt.")),
        List.of(new Remark("/carbonFootprint", "An input is stale.")),
        List.of(
            ProvedBy.entry(7, "ProductFootprintDeclaration", "/carbonFootprint"),
            ProvedBy.entry(123, "RecycledContentClaim", "/circularity")));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BatteryPassportTest.class.getResourceAsStream(name), name)) {
      return StrictJson.format(accepted(StrictJson.parse(in.readAllBytes())));
    }
  }
}
