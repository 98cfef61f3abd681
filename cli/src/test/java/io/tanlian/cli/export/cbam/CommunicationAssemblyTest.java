package io.tanlian.cli.export.cbam;

import static io.tanlian.cli.world.Readings.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.export.Entries;
import io.tanlian.cli.export.sheet.ExcelFile;
import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Readings;
import io.tanlian.contracts.cbam.CbamFacts;
import io.tanlian.contracts.cbam.CommunicationSheet;
import io.tanlian.contracts.cbam.EmissionsBasis;
import io.tanlian.contracts.cbam.Goods;
import io.tanlian.contracts.evidence.Remark;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.statement.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class CommunicationAssemblyTest {
  private static final String FOIL = Claims.resource("/export/foil.json");
  private static final String ALUMINIUM = Claims.resource("/export/aluminium.json");
  private static final String FACTS = Readings.exampleText("cbam-facts.json");

  @Test
  void a_sheet_with_all_facts_is_the_golden_file() {
    CommunicationSheet sheet = sheet(FOIL, ALUMINIUM, FACTS);
    assertThat(sheet.toJson().toPrettyString().strip())
        .isEqualToNormalizingNewlines(Claims.resource("/export/cbam.json").strip());
    assertThat(Schemas.validate(CommunicationSheet.SCHEMA, sheet.toJson())).isEmpty();
  }

  @Test
  void emissions_are_those_of_the_step_and_of_its_precursors_by_mass() {
    Goods foil = sheet(FOIL, ALUMINIUM, FACTS).goods().getFirst();
    // 20/1000 + 1.05 × 1600/1000
    assertThat(foil.emissions().direct()).isEqualTo("1.7");
    // (3960 MJ / 3.6)/1000 × 0.5703 + 1.05 × 13500/1000 × 0.5703
    assertThat(foil.emissions().indirect()).isEqualTo("8.711332");
    assertThat(Objects.requireNonNull(foil.electricity()).mwhPerTonne()).isEqualTo("1.1");
    assertThat(foil.precursors().getFirst().basis()).isEqualTo(EmissionsBasis.ACTUAL);
  }

  @Test
  void inputs_that_are_not_counted_are_named() {
    assertThat(doubts(sheet(FOIL, ALUMINIUM, FACTS)))
        .anyMatch(words ->
            words.contains("urn:example:material:rolling-oil")
                && words.contains("aluminium-scrap (leaving)"));
  }

  @Test
  void the_factor_of_a_footprint_does_not_stand_in_for_that_of_the_grid() {
    String noGrid = FACTS.replaceFirst("(?s)\"electricity\": \\{.*?\\},", "");
    CommunicationSheet sheet = sheet(FOIL, ALUMINIUM, noGrid);
    Goods foil = sheet.goods().getFirst();
    assertThat(foil.emissions().indirect()).isNull();
    assertThat(foil.emissions().total()).isNull();
    assertThat(foil.emissions().direct()).isEqualTo("1.7");
    assertThat(missing(sheet)).anyMatch(words -> words.contains("give electricity in the facts"));
  }

  @Test
  void what_the_caller_may_not_see_is_missing() {
    String concealed = ALUMINIUM.replaceFirst("(?s),\\s*\"output\".*", "\n}");
    CommunicationSheet sheet = sheet(FOIL, concealed, FACTS);
    assertThat(sheet.goods().getFirst().emissions().direct()).isNull();
    assertThat(missing(sheet)).anyMatch(words -> words.contains("ask for a grant"));
  }

  @Test
  void an_unknown_precursor_leaves_the_sum_unknown_until_its_emissions_are_stated() {
    String unnamed = FOIL.replaceFirst(",\\s*\"statement\": \"[^\"]*\"", "");
    assertThat(sheet(unnamed, ALUMINIUM, FACTS).goods().getFirst().emissions().direct()).isNull();
    String stated =
        FACTS.replace(
            "\"productionRoute\": \"Primary aluminium\"",
            """
            "productionRoute": "Primary aluminium", "specificEmbeddedEmissions": {
              "direct": "2", "indirect": "8", "basis": "defaultValue", "source": "Commission"}
            """);
    CommunicationSheet sheet = sheet(unnamed, ALUMINIUM, stated);
    assertThat(sheet.goods().getFirst().emissions().direct()).isEqualTo("2.12");
    assertThat(doubts(sheet)).anyMatch(words -> words.contains("the operator's word (Commission)"));
    assertThat(sheet.evidence()).hasSize(1);
  }

  @Test
  void undeclared_direct_emissions_are_not_zero() {
    String none = FOIL.replace("\"fossilGhgEmissions\": \"20\"", "");
    CommunicationSheet sheet = sheet(none, ALUMINIUM, FACTS);
    assertThat(sheet.goods().getFirst().emissions().direct()).isNull();
    assertThat(missing(sheet)).anyMatch(words -> words.contains("declare 0 if there are none"));
  }

  @Test
  void the_workbook_has_the_same_figures() {
    byte[] workbook = ExcelFile.bytes(CommunicationWorkbook.of(sheet(FOIL, ALUMINIUM, FACTS)));
    assertThat(Readings.sheetNames(workbook))
        .containsExactly(
            "Installation",
            "Goods",
            "Precursors",
            "Carbon price",
            "Parameters",
            "Remarks",
            "Evidence");
    Row start = Readings.rows(workbook, "Installation").get(2);
    assertThat(start.getCellAsDate(2)).contains(LocalDate.of(2025, 1, 1).atStartOfDay());
    Row foil = Readings.rows(workbook, "Goods").get(1);
    assertThat(foil.getCellText(0)).isEqualTo("76071119");
    assertThat(foil.getCellAsNumber(5)).contains(new BigDecimal("1.7"));
    assertThat(Readings.rows(workbook, "Goods").getFirst().getCellText(5)).contains("(tCO2e/t)");
    Row aluminium = Readings.rows(workbook, "Precursors").get(1);
    assertThat(aluminium.getCellAsNumber(4)).contains(new BigDecimal("1.05"));
  }

  private static List<String> missing(CommunicationSheet sheet) {
    return sheet.missing().stream().map(Remark::words).toList();
  }

  private static List<String> doubts(CommunicationSheet sheet) {
    return sheet.doubts().stream().map(Remark::words).toList();
  }

  private static CommunicationSheet sheet(String foil, String aluminium, String facts) {
    CbamFacts read = accepted(StrictJson.parse(facts).then(CbamFacts::parse));
    Declared goods = declared(foil, 1);
    Map<StatementId, Declared> known = Map.of(Entries.statement(2), declared(aluminium, 2));
    return CommunicationAssembly.of(
        goods,
        read,
        known,
        Entries.evidence(
            CommunicationAssembly.proves(goods, read, known), "ProductFootprintDeclaration"));
  }

  private static Declared declared(String claim, int statement) {
    return switch (accepted(
        StrictJson.parse(claim).then(json -> Claim.parse("ProductFootprintDeclaration", json)))) {
      case Claim.Declared(var declaration) ->
          new Declared(
              Entries.statement(statement),
              ParticipantId.parse("urn:lei:506700GE1G29325QX363"),
              declaration);
      default -> throw new AssertionError();
    };
  }
}
