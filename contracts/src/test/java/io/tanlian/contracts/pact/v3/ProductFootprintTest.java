package io.tanlian.contracts.pact.v3;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ProductFootprintTest {

  @Test
  void every_field_of_pact_leaves_as_it_came() {
    ObjectNode json = footprint();
    assertThat(read(json).toJson()).isEqualTo(json);
  }

  @Test
  void figures_keep_their_scale_and_dates_their_offset() {
    ObjectNode json = footprint();
    pcf(json).put("fossilGhgEmissions", "77.00").put("biogenicCO2Uptake", "0.0");
    json.put("created", "2025-04-30T08:00:00.50+08:00");
    json.put("id", "91715E5E-FD0B-4D1C-8FAB-76290C46E6ED");
    ProductFootprint footprint = read(json);
    assertThat(footprint.toJson()).isEqualTo(json);
    assertThat(footprint.created().instant()).isEqualTo("2025-04-30T00:00:00.50Z");
    assertThat(footprint.id().uuid()).hasToString("91715e5e-fd0b-4d1c-8fab-76290c46e6ed");
  }

  @Test
  void what_is_concealed_is_missing_and_not_zero() {
    ObjectNode json = footprint();
    json.remove("productDescription");
    pcf(json).remove("fossilGhgEmissions");
    pcf(json).remove("dqi");
    ProductFootprint footprint = read(json);
    assertThat(footprint.toJson()).isEqualTo(json);
    assertThat(footprint.pcf().figure(PcfFigure.FOSSIL_GHG_EMISSIONS)).isEmpty();
    assertThat(footprint.pcf().components()).doesNotContainKey(PcfComponent.FOSSIL_GHG_EMISSIONS);
  }

  @Test
  void an_empty_list_of_extensions_is_not_an_absent_one() {
    ObjectNode json = footprint();
    json.putArray("extensions");
    assertThat(read(json).toJson()).isEqualTo(json);
    json.remove("extensions");
    assertThat(read(json).toJson()).isEqualTo(json);
  }

  @Test
  void an_operators_name_directly_in_pcf_is_kept_as_in_pacts_example_1() {
    ObjectNode json = footprint();
    pcf(json).put("otherOperatorName", "TfS");
    assertThat(read(json).toJson()).isEqualTo(json);
  }

  @Test
  void any_other_unknown_field_is_refused_where_it_is() {
    ObjectNode json = footprint();
    pcf(json).put("fossil~Ghg/Emissions", "1");
    Problem problem = refused(ProductFootprint.parse(json));
    assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_UNKNOWN_FIELD);
    assertThat(problem.pointer()).isEqualTo("/pcf/fossil~0Ghg~1Emissions");
  }

  @Test
  void a_figure_of_the_wrong_sign_is_refused_where_it_is() {
    ObjectNode json = footprint();
    pcf(json).put("biogenicCO2Uptake", "1.5");
    Problem problem = refused(ProductFootprint.parse(json));
    assertThat(problem.pointer()).isEqualTo("/pcf/biogenicCO2Uptake");
    assertThat(problem.detail()).contains("removals carry a minus sign");
  }

  @Test
  void two_geographies_periods_that_end_before_they_start_and_no_such_day_are_refused() {
    ObjectNode twice = footprint();
    pcf(twice).put("geographyRegionOrSubregion", "Asia");
    assertThat(refused(ProductFootprint.parse(twice)).detail()).contains("one geography");
    ObjectNode reversed = footprint();
    pcf(reversed).put("referencePeriodStart", "2026-01-01T00:00:00Z");
    assertThat(refused(ProductFootprint.parse(reversed)).detail()).contains("is after");
    ObjectNode noDay = footprint();
    noDay.put("created", "2025-02-30T00:00:00Z");
    assertThat(refused(ProductFootprint.parse(noDay)).pointer()).isEqualTo("/created");
  }

  @Test
  void it_is_valid_for_three_years_from_the_end_of_the_reference_period() {
    ObjectNode json = footprint();
    json.remove("validityPeriodStart");
    json.remove("validityPeriodEnd");
    pcf(json).put("referencePeriodStart", "2024-01-01T00:00:00Z");
    pcf(json).put("referencePeriodEnd", "2024-02-29T00:00:00Z");
    ValidityPeriod validity = read(json).validity();
    assertThat(validity.start()).isEqualTo("2024-02-29T00:00:00Z");
    assertThat(validity.end()).isEqualTo("2027-02-28T00:00:00Z");
    assertThat(validity.contains(validity.start())).isTrue();
    assertThat(validity.contains(validity.end())).isFalse();
  }

  @Test
  void a_stated_validity_period_is_kept() {
    assertThat(read(footprint()).validity())
        .isEqualTo(
            new ValidityPeriod(
                Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")));
  }

  /** PACT's public example 4: 0.17 + 0.2 + 0.001 = 0.371 and, with uptake of 0.37, 0.001. */
  @Test
  void the_totals_follow_from_the_components() {
    Map<PcfComponent, BigDecimal> components =
        Map.of(
            PcfComponent.FOSSIL_GHG_EMISSIONS, new BigDecimal("0.17"),
            PcfComponent.LAND_USE_CHANGE_GHG_EMISSIONS, new BigDecimal("0.2"),
            PcfComponent.BIOGENIC_NON_CO2_EMISSIONS, new BigDecimal("0.001"),
            PcfComponent.BIOGENIC_CO2_UPTAKE, new BigDecimal("-0.37"),
            PcfComponent.LAND_MANAGEMENT_FOSSIL_GHG_EMISSIONS, new BigDecimal("0.05"),
            PcfComponent.LAND_AREA_OCCUPATION, new BigDecimal("0.004"));
    assertThat(PcfComponent.excludingUptake(components)).isEqualByComparingTo("0.371");
    assertThat(PcfComponent.includingUptake(components)).isEqualByComparingTo("0.001");
  }

  @Test
  void each_component_is_a_figure_of_the_same_name_and_sign() {
    for (PcfComponent component : PcfComponent.values()) {
      PcfFigure figure = PcfFigure.of(component);
      assertThat(figure.wireName()).isEqualTo(component.wireName());
      assertThat(figure.component()).contains(component);
      assertThat(figure.range().name()).isEqualTo(component.sign().name());
    }
  }

  @Test
  void an_extensions_data_cannot_be_changed_from_outside() {
    ProductFootprint footprint = read(footprint());
    DataModelExtension extension = Objects.requireNonNull(footprint.extensions()).getFirst();
    extension.data().put("shipmentId", "another");
    assertThat(extension.data().get("shipmentId").asString()).isEqualTo("S1234567890");
  }

  private static ProductFootprint read(ObjectNode json) {
    return accepted(ProductFootprint.parse(json));
  }

  private static ObjectNode pcf(ObjectNode footprint) {
    return (ObjectNode) footprint.get("pcf");
  }

  private static ObjectNode footprint() {
    try (InputStream file =
        Objects.requireNonNull(
            ProductFootprintTest.class.getResourceAsStream(
                "/schema/good/PactProductFootprint.json"))) {
      return (ObjectNode) accepted(StrictJson.parse(file.readAllBytes()));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
