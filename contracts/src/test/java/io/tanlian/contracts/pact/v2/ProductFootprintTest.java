package io.tanlian.contracts.pact.v2;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProductFootprintTest {
  /** Beside the repository, or beside the directory of several clones. */
  private static final List<Path> PUBLIC_EXAMPLES =
      Stream.of("../../shared", "../../../shared")
          .map(place -> Path.of(place, "reference", "pact", "v2", "get-footprint-response.json"))
          .toList();

  @Test
  void every_field_of_pact_leaves_as_it_came_and_keeps_the_schema() {
    ObjectNode json = footprint();
    assertThat(Schemas.validate("PactProductFootprintV2", json)).isEmpty();
    assertThat(writtenAgain(json)).isEqualTo(json);
  }

  /** PACT's public example of 2.x; it is not ours to copy, so it may be absent. */
  @Test
  void the_public_example_leaves_as_it_came_and_keeps_the_schema() throws IOException {
    List<Path> present = PUBLIC_EXAMPLES.stream().filter(Files::exists).toList();
    assumeTrue(!present.isEmpty(), "skipped: PACT's example is not at " + PUBLIC_EXAMPLES);
    JsonNode example =
        accepted(StrictJson.parse(Files.readAllBytes(present.getFirst()))).get("data");
    assertThat(Schemas.validate("PactProductFootprintV2", example)).isEmpty();
    assertThat(writtenAgain(example)).isEqualTo(example);
  }

  @Test
  void a_plus_sign_and_leading_zeros_of_other_hosts_are_read() {
    ObjectNode json = footprint();
    pcf(json).put("fossilGhgEmissions", "+01.20");
    assertThat(
            accepted(ProductFootprint.parse(json))
                .toJson()
                .at("/pcf/fossilGhgEmissions")
                .asString())
        .isEqualTo("1.20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "", "1,5", ".5", "1.", "--1", "NaN"})
  void what_is_no_plain_decimal_is_refused_where_it_is(String text) {
    ObjectNode json = footprint();
    pcf(json).put("fossilGhgEmissions", text);
    assertThat(refused(ProductFootprint.parse(json)).pointer())
        .isEqualTo("/pcf/fossilGhgEmissions");
  }

  @Test
  void an_amount_of_nothing_a_version_that_is_no_number_and_unknown_fields_are_refused() {
    ObjectNode nothing = footprint();
    pcf(nothing).put("unitaryProductAmount", "0.0");
    assertThat(refused(ProductFootprint.parse(nothing)).detail()).contains("above zero");
    ObjectNode half = footprint();
    half.put("version", new BigDecimal("1.5"));
    assertThat(refused(ProductFootprint.parse(half)).detail()).contains("whole number");
    ObjectNode text = footprint();
    text.put("version", "1");
    assertThat(refused(ProductFootprint.parse(text)).pointer()).isEqualTo("/version");
    ObjectNode unknown = footprint();
    pcf(unknown).put("declaredUnitAmount", "12");
    assertThat(refused(ProductFootprint.parse(unknown)).pointer())
        .isEqualTo("/pcf/declaredUnitAmount");
  }

  private static JsonNode writtenAgain(JsonNode json) {
    ObjectNode written = accepted(ProductFootprint.parse(json)).toJson();
    return accepted(StrictJson.parse(StrictJson.format(written)));
  }

  private static ObjectNode pcf(ObjectNode footprint) {
    return (ObjectNode) footprint.get("pcf");
  }

  private static ObjectNode footprint() {
    try (InputStream file =
        Objects.requireNonNull(
            ProductFootprintTest.class.getResourceAsStream("/pact/translation/full-v2.json"))) {
      return (ObjectNode) accepted(StrictJson.parse(file.readAllBytes()));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
