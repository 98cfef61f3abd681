package io.tanlian.contracts.pact.translation;

import static io.tanlian.contracts.pact.translation.Documents.json;
import static io.tanlian.contracts.pact.translation.Documents.pcf;
import static io.tanlian.contracts.pact.translation.Documents.version2;
import static io.tanlian.contracts.pact.translation.Documents.version3;
import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.schema.Schemas;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TranslationTest {

  /** PACT's own example: 18 kgCO2e for a bottle of 12 liters are 1.5 per liter. */
  @Test
  void a_bottle_of_twelve_liters_at_18_kilograms_has_one_and_a_half_per_liter() {
    ObjectNode bottle = json(Documents.FULL_V3);
    pcf(bottle)
        .put("declaredUnitOfMeasurement", "liter")
        .put("declaredUnitAmount", "12")
        .put("productMassPerDeclaredUnit", "9.468")
        .put("pcfExcludingBiogenicUptake", "18");
    ObjectNode perLiter = toVersion2(bottle).footprint().toJson();
    assertThat(figure(perLiter, "declaredUnit")).isEqualTo("liter");
    assertThat(figure(perLiter, "unitaryProductAmount")).isEqualTo("12");
    assertThat(figure(perLiter, "pCfExcludingBiogenic")).isEqualTo("1.5");
    assertThat(figure(perLiter, "productMassPerDeclaredUnit")).isEqualTo("0.789");

    ObjectNode again = toVersion3(perLiter).footprint().toJson();
    assertThat(figure(again, "declaredUnitAmount")).isEqualTo("12");
    assertThat(figure(again, "pcfExcludingBiogenicUptake")).isEqualTo("18");
    assertThat(figure(again, "productMassPerDeclaredUnit")).isEqualTo("9.468");
  }

  @Test
  void a_full_footprint_of_version_3_is_the_golden_one_of_version_2() {
    var translation = toVersion2(json(Documents.FULL_V3));
    assertThat((JsonNode) document(translation.footprint().toJson(), translation.losses()))
        .isEqualTo(json("/pact/translation/full-v3-to-v2.json"));
    assertThat(Schemas.validate("PactProductFootprintV2", translation.footprint().toJson()))
        .isEmpty();
  }

  @Test
  void a_full_footprint_of_version_2_is_the_golden_one_of_version_3() {
    var translation = toVersion3(json(Documents.FULL_V2));
    assertThat((JsonNode) document(translation.footprint().toJson(), translation.losses()))
        .isEqualTo(json("/pact/translation/full-v2-to-v3.json"));
    assertThat(Schemas.validate("PactProductFootprint", translation.footprint().toJson()))
        .isEmpty();
  }

  @Test
  void pieces_become_kilograms_by_their_mass() {
    ObjectNode pack = json(Documents.FULL_V3);
    pcf(pack)
        .put("declaredUnitOfMeasurement", "piece")
        .put("declaredUnitAmount", "2")
        .put("productMassPerDeclaredUnit", "400")
        .put("pcfExcludingBiogenicUptake", "8000");
    var translation = toVersion2(pack);
    ObjectNode perKilogram = translation.footprint().toJson();
    assertThat(figure(perKilogram, "declaredUnit")).isEqualTo("kilogram");
    assertThat(figure(perKilogram, "unitaryProductAmount")).isEqualTo("400");
    assertThat(figure(perKilogram, "pCfExcludingBiogenic")).isEqualTo("20");
    assertThat(figure(perKilogram, "productMassPerDeclaredUnit")).isEqualTo("1");
    assertThat(translation.losses())
        .anySatisfy(loss ->
            assertThat(loss)
                .isInstanceOfSatisfying(
                    Loss.Changed.class,
                    changed -> assertThat(changed.to()).isEqualTo("/pcf/declaredUnit")));
  }

  @ParameterizedTest
  @CsvSource({"hour", "piece", "megabit second"})
  void what_has_neither_a_unit_of_version_2_nor_a_mass_is_refused(String unit) {
    ObjectNode service = json(Documents.FULL_V3);
    pcf(service).put("declaredUnitOfMeasurement", unit).put("productMassPerDeclaredUnit", "0");
    Problem problem = refused(Translation.toVersion2(version3(service)));
    assertThat(problem.code()).isEqualTo(ProblemCode.FOOTPRINT_NOT_TRANSLATABLE);
    assertThat(problem.pointer()).isEqualTo("/pcf/declaredUnitOfMeasurement");
    assertThat(problem.detail()).contains(unit);
  }

  @Test
  void a_figure_that_is_withheld_and_required_is_never_made_up() {
    ObjectNode withheld = json(Documents.FULL_V3);
    pcf(withheld).remove("fossilGhgEmissions");
    assertThat(refused(Translation.toVersion2(version3(withheld))).pointer())
        .isEqualTo("/pcf/fossilGhgEmissions");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 20.950, 20.950, true",
    "1.0, 20.950, 20.950, true",
    "12, 18.0, 1.5, true",
    "8, 1, 0.125, true",
    "1000, 1, 0.001, true",
    "0.001, 1, 1000, true",
    "3, 1, 0.3333333333333333333333333333333333, false",
    "7, -22, -3.142857142857142857142857142857143, false",
    "3, 1000000000000, 333333333333.3333333333333333333333, false",
  })
  void a_quotient_is_exact_or_has_34_digits_and_says_so(
      String amount, String figure, String quotient, boolean exact) {
    PerUnit.Result result = new PerUnit(new BigDecimal(amount)).divide(new BigDecimal(figure));
    assertThat(result.value().toPlainString()).isEqualTo(quotient);
    assertThat(result.exact()).isEqualTo(exact);
  }

  @Test
  void a_rounded_figure_is_reported_where_it_was_and_where_it_is() {
    ObjectNode third = json(Documents.FULL_V3);
    pcf(third).put("declaredUnitAmount", "3").put("aircraftGhgEmissions", "1");
    assertThat(toVersion2(third).losses())
        .contains(
            new Loss.Changed(
                "/pcf/aircraftGhgEmissions",
                "/pcf/aircraftGhgEmissions",
                "Divided by 3; no decimal holds the quotient, so it is rounded."));
  }

  @Test
  void a_negative_total_is_kept_as_it_is_and_reported() {
    ObjectNode sink = json(Documents.FULL_V3);
    pcf(sink).put("pcfExcludingBiogenicUptake", "-3.2");
    var translation = toVersion2(sink);
    assertThat(figure(translation.footprint().toJson(), "pCfExcludingBiogenic")).isEqualTo("-3.2");
    assertThat(named(translation.losses())).contains("/pcf/pCfExcludingBiogenic");
  }

  @Test
  void packaging_that_is_not_included_is_not_stated() {
    ObjectNode apart = json(Documents.FULL_V3);
    pcf(apart).put("packagingEmissionsIncluded", false);
    var translation = toVersion2(apart);
    assertThat(translation.footprint().toJson().at("/pcf/packagingGhgEmissions").isMissingNode())
        .isTrue();
    assertThat(named(translation.losses())).contains("/pcf/packagingGhgEmissions");
  }

  @Test
  void times_are_written_in_utc() {
    ObjectNode eastern = json(Documents.FULL_V3);
    eastern.put("created", "2025-06-30T08:00:00+08:00");
    assertThat(toVersion2(eastern).footprint().created()).hasToString("2025-06-30T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "urn:pact:productclassification:un-cpc:3342, 3342",
    "URN:PACT:ProductClassification:UN-CPC:0111%2F2, 0111/2",
    "urn:pact:productclassification:cas:64-17-5, unknown",
  })
  void the_cpc_code_is_one_of_the_classifications(String classification, String code) {
    ObjectNode classified = json(Documents.FULL_V3);
    classified.putArray("productClassifications").add(classification);
    assertThat(toVersion2(classified).footprint().productCategoryCpc()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"AR5 AR6, AR5", "AR6, AR6", "AR4, AR5", "AR7, AR6"})
  void the_earliest_assessment_report_is_named_as_far_as_version_2_knows_it(
      String reports, String earliest) {
    ObjectNode footprint = json(Documents.FULL_V3);
    var factors = pcf(footprint).putArray("ipccCharacterizationFactors");
    List.of(reports.split(" ", -1)).forEach(factors::add);
    assertThat(toVersion2(footprint).footprint().pcf().methodology().characterizationFactors())
        .isEqualTo(earliest);
  }

  @Test
  void without_a_stated_mass_kilograms_weigh_what_they_are_and_liters_are_unknown() {
    ObjectNode liters = json(Documents.FULL_V2);
    pcf(liters).remove("productMassPerDeclaredUnit");
    assertThat(toVersion3(liters).footprint().pcf().declaredUnit().productMassKg())
        .isEqualByComparingTo("0");
    ObjectNode kilograms = liters.deepCopy();
    pcf(kilograms).put("declaredUnit", "kilogram");
    assertThat(toVersion3(kilograms).footprint().pcf().declaredUnit().productMassKg())
        .isEqualByComparingTo("12");
    assertThat(named(toVersion3(kilograms).losses())).contains("/pcf/productMassPerDeclaredUnit");
  }

  private static Translation<io.tanlian.contracts.pact.v2.ProductFootprint> toVersion2(
      ObjectNode json) {
    return accepted(Translation.toVersion2(version3(json)));
  }

  private static Translation<ProductFootprint> toVersion3(ObjectNode json) {
    return accepted(Translation.toVersion3(version2(json)));
  }

  private static String figure(JsonNode footprint, String field) {
    return footprint.at("/pcf/" + field).asString();
  }

  private static List<String> named(List<Loss> losses) {
    return losses.stream().flatMap(RoundTripTest::named).toList();
  }

  /** Written and read again, as a reader has it. */
  private static ObjectNode document(ObjectNode footprint, List<Loss> losses) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("footprint", footprint);
    var report = document.putArray("losses");
    losses.forEach(loss -> report.add(loss.toJson()));
    return (ObjectNode) accepted(StrictJson.parse(StrictJson.format(document)));
  }
}
