package io.tanlian.contracts.pact.v3;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.v3.ProductFootprint.Status;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The footprint is valid from 2025-01-01 until 2027-01-01, in Fujian, of company and product 1. */
class FootprintCriteriaTest {

  @Test
  void without_criteria_everything_matches() {
    assertThat(matches()).isTrue();
    assertThat(accepted(query()).isEmpty()).isTrue();
    assertThat(matches("productId", "", "geography", "", "validOn", "")).isTrue();
  }

  @Test
  void values_of_one_criterion_are_alternatives() {
    assertThat(matches("productId", "urn:x-test:other", "productId", "urn:gtin:4712345060507"))
        .isTrue();
    assertThat(matches("productId", "urn:x-test:other", "productId", "urn:x-test:third")).isFalse();
  }

  @Test
  void different_criteria_all_have_to_hold() {
    assertThat(matches("productId", "urn:gtin:4712345060507", "geography", "CN")).isTrue();
    assertThat(matches("productId", "urn:gtin:4712345060507", "geography", "DE")).isFalse();
  }

  @Test
  void names_match_in_any_case_and_so_do_the_parameters_names() {
    assertThat(matches("productid", "URN:GTIN:4712345060507")).isTrue();
    assertThat(matches("companyId", "URN:USCC:91350900587527783p")).isTrue();
    assertThat(matches("classification", "urn:pact:productclassification:UN-CPC:34231")).isTrue();
    assertThat(matches("geography", "cn-fj")).isTrue();
    assertThat(matches("status", "aCTIVE")).isTrue();
  }

  @Test
  void an_unknown_value_is_no_error_and_matches_nothing() {
    assertThat(matches("status", "Archived")).isFalse();
    assertThat(matches("geography", "Atlantis")).isFalse();
    assertThat(matches("productId", "not a URN at all")).isFalse();
  }

  @Test
  void a_footprint_lies_within_its_country_and_its_regions() {
    for (String place : List.of("CN-FJ", "CN", "Eastern Asia", "asia")) {
      assertThat(matches("geography", place)).as(place).isTrue();
    }
    for (String place : List.of("CN-ZJ", "JP", "Southern Asia", "Europe", "C", "CN-F")) {
      assertThat(matches("geography", place)).as(place).isFalse();
    }
  }

  @Test
  void a_country_lies_within_none_of_its_subdivisions_and_a_global_footprint_nowhere() {
    ObjectNode country = footprint();
    pcf(country).remove("geographyCountrySubdivision");
    pcf(country).put("geographyCountry", "CN");
    assertThat(matches(country, "geography", "CN-FJ")).isFalse();
    assertThat(matches(country, "geography", "CN")).isTrue();
    ObjectNode global = footprint();
    pcf(global).remove("geographyCountrySubdivision");
    assertThat(matches(global, "geography", "CN")).isFalse();
    assertThat(matches(global, "geography", "")).isTrue();
  }

  @Test
  void valid_on_includes_both_ends_of_the_validity_period() {
    assertThat(matches("validOn", "2025-01-01T00:00:00Z")).isTrue();
    assertThat(matches("validOn", "2027-01-01T00:00:00Z")).isTrue();
    assertThat(matches("validOn", "2024-12-31T23:59:59Z")).isFalse();
    assertThat(matches("validOn", "2027-01-01T00:00:00.000001Z")).isFalse();
  }

  @Test
  void valid_after_and_valid_before_exclude_the_moment_itself() {
    assertThat(matches("validAfter", "2025-01-01T00:00:00Z")).isFalse();
    assertThat(matches("validAfter", "2024-12-31T23:59:59Z")).isTrue();
    assertThat(matches("validBefore", "2027-01-01T00:00:00Z")).isFalse();
    assertThat(matches("validBefore", "2027-01-01T08:00:01+08:00")).isTrue();
  }

  @Test
  void without_a_stated_window_the_default_one_counts() {
    ObjectNode json = footprint();
    json.remove("validityPeriodStart");
    json.remove("validityPeriodEnd");
    pcf(json).put("referencePeriodStart", "2024-01-01T00:00:00Z");
    pcf(json).put("referencePeriodEnd", "2025-01-01T00:00:00Z");
    assertThat(matches(json, "validOn", "2028-01-01T00:00:00Z")).isTrue();
    assertThat(matches(json, "validOn", "2028-01-02T00:00:00Z")).isFalse();
  }

  @Test
  void a_time_may_stop_at_the_minute_as_in_the_standards_example() {
    assertThat(matches("validon", "2025-04-01T00:00Z")).isTrue();
  }

  @Test
  void a_malformed_time_is_refused_and_named() {
    for (String malformed :
        List.of("yesterday", "2025-02-30T00:00:00Z", "2025-01-01", "2025-01-01T00:00:00 08:00")) {
      Problem problem = refused(query("validBefore", malformed));
      assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_INVALID);
      assertThat(problem.detail()).contains("validBefore", "2026-01-31T00:00:00Z", "%2B");
    }
  }

  @Test
  void a_time_given_twice_and_a_hundred_and_one_values_are_refused() {
    Problem twice =
        refused(query("validOn", "2025-01-01T00:00:00Z", "VALIDON", "2026-01-01T00:00:00Z"));
    assertThat(twice.detail()).contains("validOn is given once");
    String[] many =
        IntStream.rangeClosed(0, FootprintCriteria.valuesMax)
            .boxed()
            .flatMap(n -> List.of("productId", "urn:x-test:" + n).stream())
            .toArray(String[]::new);
    assertThat(refused(query(many)).detail()).contains("productId has at most 100 values");
  }

  @Test
  void the_status_asked_for_is_the_effective_one() {
    FootprintCriteria active = accepted(query("status", "Active"));
    ProductFootprint footprint = accepted(ProductFootprint.parse(footprint()));
    assertThat(active.matches(footprint, Status.ACTIVE)).isTrue();
    assertThat(active.matches(footprint, Status.DEPRECATED)).isFalse();
    assertThat(accepted(query("status", "Active", "status", "Deprecated")))
        .matches(both -> both.matches(footprint, Status.DEPRECATED));
  }

  @Test
  void an_event_asks_by_the_same_criteria() {
    String data =
        """
        {"productId": ["URN:gtin:4712345060507"], "geography": ["DE", "CN"],
         "validAfter": "2024-01-01T00:00:00Z", "status": ["Active"], "comment": "for our SUV"}
        """;
    assertThat(accepted(event(data)))
        .isEqualTo(
            accepted(
                query(
                    "productId", "urn:gtin:4712345060507",
                    "geography", "CN",
                    "geography", "DE",
                    "validAfter", "2024-01-01T00:00:00Z",
                    "status", "active")));
  }

  @Test
  void an_event_with_a_malformed_criterion_is_refused_where_it_is() {
    assertThat(refused(event("{\"productId\": \"urn:gtin:4712345060507\"}")).pointer())
        .isEqualTo("/productId");
    assertThat(refused(event("{\"geography\": [1]}")).pointer()).isEqualTo("/geography/0");
    assertThat(refused(event("{\"validOn\": \"soon\"}")).detail()).contains("validOn");
    assertThat(refused(event("{\"invoice\": [\"1\"]}")).pointer()).isEqualTo("/invoice");
  }

  private static boolean matches(String... parameters) {
    return matches(footprint(), parameters);
  }

  private static boolean matches(ObjectNode footprint, String... parameters) {
    return accepted(query(parameters))
        .matches(accepted(ProductFootprint.parse(footprint)), Status.ACTIVE);
  }

  private static Outcome<FootprintCriteria> query(String... parameters) {
    Map<String, List<String>> query = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.computeIfAbsent(parameters[i], _ -> new ArrayList<>()).add(parameters[i + 1]);
    }
    return FootprintCriteria.ofParameters(query);
  }

  private static Outcome<FootprintCriteria> event(String data) {
    return FootprintCriteria.ofEvent(
        accepted(StrictJson.parse(data.getBytes(StandardCharsets.UTF_8))));
  }

  private static ObjectNode pcf(ObjectNode footprint) {
    return (ObjectNode) footprint.get("pcf");
  }

  private static ObjectNode footprint() {
    try (InputStream file =
        Objects.requireNonNull(
            FootprintCriteriaTest.class.getResourceAsStream(
                "/schema/good/PactProductFootprint.json"))) {
      return (ObjectNode) accepted(StrictJson.parse(file.readAllBytes()));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
