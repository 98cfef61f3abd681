package io.tanlian.cli.export.passport;

import static io.tanlian.cli.world.Readings.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.RecycledContentAnswer;
import io.tanlian.cli.exchange.RollUpAnswer;
import io.tanlian.cli.export.Entries;
import io.tanlian.cli.export.sheet.ExcelFile;
import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Readings;
import io.tanlian.contracts.evidence.Remark;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.passport.BatteryPassport;
import io.tanlian.contracts.passport.LifecycleStage;
import io.tanlian.contracts.passport.PassportFacts;
import io.tanlian.contracts.passport.RecycledShare;
import io.tanlian.contracts.schema.Schemas;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PassportAssemblyTest {
  private static final String ROLL_UP = Claims.resource("/export/roll-up.json");
  private static final String FACTS = Readings.exampleText("passport-facts.json");

  @Test
  void a_passport_with_all_facts_is_the_golden_file() {
    BatteryPassport passport = passport(ROLL_UP, FACTS, true);
    assertThat(passport.toJson().toPrettyString().strip())
        .isEqualToNormalizingNewlines(Claims.resource("/export/passport.json").strip());
    assertThat(Schemas.validate(BatteryPassport.SCHEMA, passport.toJson())).isEmpty();
  }

  @Test
  void stages_split_the_tree_and_add_up_to_the_whole() {
    BatteryPassport passport = passport(ROLL_UP, FACTS, true);
    // (200 + 1000 + 1000 + 50) / 120 000 kWh; the cathode maker's electricity is raw material.
    assertThat(passport.carbonFootprint().stages())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                LifecycleStage.RAW_MATERIAL, new BigDecimal("0.04125"),
                LifecycleStage.MAIN_PRODUCTION, new BigDecimal("0.01875"),
                LifecycleStage.DISTRIBUTION, new BigDecimal("0.001"),
                LifecycleStage.END_OF_LIFE, new BigDecimal("-0.003")));
    assertThat(passport.carbonFootprint().perKwh()).isEqualTo("0.058");
    assertThat(passport.carbonFootprint().absoluteKg()).isEqualTo("6960");
  }

  @Test
  void percentages_are_cut_so_that_a_miss_never_looks_like_a_hit() {
    BatteryPassport passport = passport(ROLL_UP, FACTS, true);
    RecycledShare nickel = Objects.requireNonNull(passport.recycledContent()).shares().getFirst();
    assertThat(nickel.postConsumer()).isEqualTo("25.69");
    assertThat(nickel.preConsumer()).isNull();
    assertThat(missing(passport))
        .anyMatch(words -> words.contains("no preConsumer share of Nickel"));
  }

  @Test
  void without_facts_and_claim_nothing_is_invented() {
    BatteryPassport passport = passport(ROLL_UP, "{}", false);
    assertThat(passport.carbonFootprint().perKwh()).isNull();
    assertThat(passport.carbonFootprint().absoluteKg()).isNull();
    assertThat(passport.carbonFootprint().stages()).isEmpty();
    assertThat(passport.carbonFootprint().cradleToGateKg()).isEqualTo("7200");
    assertThat(passport.recycledContent()).isNull();
    assertThat(missing(passport))
        .anyMatch(words -> words.contains("energyOverServiceLife"))
        .anyMatch(words -> words.contains("endOfLifeAndRecycling"))
        .anyMatch(words -> words.contains("--claim"));
    assertThat(Schemas.validate(BatteryPassport.SCHEMA, passport.toJson())).isEmpty();
  }

  @Test
  void a_footprint_that_is_too_low_is_not_stated() {
    String gap =
        ROLL_UP.replace(
            "\"missing\": []",
            "\"missing\": [{\"product\":\"urn:example:product:foil\",\"words\":\"its supplier declared nothing\"}]");
    BatteryPassport passport = passport(gap, FACTS, true);
    assertThat(passport.carbonFootprint().cradleToGateKg()).isNull();
    assertThat(passport.carbonFootprint().perKwh()).isNull();
    assertThat(passport.carbonFootprint().stages())
        .doesNotContainKeys(LifecycleStage.RAW_MATERIAL, LifecycleStage.MAIN_PRODUCTION);
    assertThat(missing(passport))
        .anyMatch(words -> words.contains("urn:example:product:foil") && words.contains("too low"));
  }

  @Test
  void a_product_by_the_kilowatt_hour_is_no_functional_unit() {
    BatteryPassport passport =
        passport(
            ROLL_UP.replace("\"unit\": \"piece\"", "\"unit\": \"kilowatt hour\""), FACTS, true);
    assertThat(passport.carbonFootprint().perKwh()).isNull();
    assertThat(missing(passport)).anyMatch(words -> words.contains("declaredUnitsPerBattery"));
    BatteryPassport told =
        passport(
            ROLL_UP.replace("\"unit\": \"piece\"", "\"unit\": \"kilowatt hour\""),
            FACTS.replaceFirst("\\{", "{\"declaredUnitsPerBattery\": \"80\","),
            true);
    assertThat(told.carbonFootprint().cradleToGateKg()).isEqualTo("576000");
  }

  @Test
  void a_step_declared_as_a_whole_is_not_split() {
    String declared =
        ROLL_UP.replaceFirst(
            "(\"urn:example:product:cell\",\\s+\"kind\": )\"computed\"", "$1\"declared\"");
    BatteryPassport passport = passport(declared, FACTS, true);
    assertThat(passport.carbonFootprint().stages())
        .doesNotContainKey(LifecycleStage.MAIN_PRODUCTION);
    assertThat(missing(passport))
        .anyMatch(words -> words.contains("urn:example:product:cell cannot be split"));
  }

  @Test
  void a_misspelt_step_is_pointed_out() {
    BatteryPassport passport =
        passport(ROLL_UP, FACTS.replace("product:cell", "product:cel"), true);
    assertThat(passport.doubts())
        .extracting(Remark::words)
        .anyMatch(words -> words.startsWith("urn:example:product:cel of mainProduction is not"));
  }

  @Test
  void a_claim_whose_statements_are_not_all_proved_is_pointed_out() {
    JsonNode part =
        ((ObjectNode) Readings.json("/export/recycled-content.json")).put("complete", false);
    assertThat(passport(ROLL_UP, FACTS, Optional.of(RecycledContentAnswer.read(part))).doubts())
        .extracting(Remark::words)
        .anyMatch(words -> words.contains("than one answer holds") && words.contains("only the"));
    assertThat(passport(ROLL_UP, FACTS, true).doubts())
        .extracting(Remark::words)
        .noneMatch(words -> words.contains("than one answer holds"));
  }

  @Test
  void the_workbook_has_the_same_figures() {
    byte[] workbook = ExcelFile.bytes(PassportWorkbook.of(passport(ROLL_UP, FACTS, true)));
    assertThat(Readings.sheetNames(workbook))
        .containsExactly(
            "Battery", "Carbon footprint", "Recycled content", "Thresholds", "Remarks", "Evidence");
    Row total = Readings.rows(workbook, "Carbon footprint").get(1);
    assertThat(total.getCellText(1)).isEqualTo("6.3.2");
    assertThat(total.getCellAsNumber(2)).contains(new BigDecimal("0.058"));
    assertThat(total.getCellText(3)).isEqualTo("kgCO2e/kWh");
    Row made = Readings.rows(workbook, "Battery").get(6);
    assertThat(made.getCellAsDate(2)).contains(LocalDate.of(2031, 9, 1).atStartOfDay());
    Row nickel = Readings.rows(workbook, "Recycled content").get(1);
    assertThat(nickel.getOptionalCell(2)).isEmpty();
    assertThat(nickel.getCellAsNumber(4)).contains(new BigDecimal("25.69"));
    assertThat(nickel.getCellText(5)).isEqualTo("6.6.2.7");
    Row entry = Readings.rows(workbook, "Evidence").get(1);
    assertThat(entry.getCellText(1)).startsWith("urn:uuid:");
    assertThat(entry.getCellText(5)).startsWith("c2sp.org/tlog-proof@v1\n");
  }

  private static List<String> missing(BatteryPassport passport) {
    return passport.missing().stream().map(Remark::words).toList();
  }

  private static BatteryPassport passport(String rollUp, String facts, boolean withClaim) {
    return passport(
        rollUp,
        facts,
        withClaim
            ? Optional.of(
                RecycledContentAnswer.read(Readings.json("/export/recycled-content.json")))
            : Optional.empty());
  }

  private static BatteryPassport passport(
      String rollUp, String facts, Optional<RecycledContentAnswer> content) {
    RollUpAnswer answer = RollUpAnswer.read(accepted(StrictJson.parse(rollUp)));
    return PassportAssembly.of(
        answer,
        content,
        accepted(StrictJson.parse(facts).then(PassportFacts::parse)),
        Entries.evidence(PassportAssembly.proves(answer, content), "Statement"));
  }
}
