package io.tanlian.contracts.schema;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.v3.Geography;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.pact.v3.PcfFigure;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.unit.DecimalText;
import io.tanlian.contracts.unit.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {
  private static final List<String> DOCUMENTS =
      Stream.concat(
              Schemas.types().stream(),
              Stream.of(
                  "Shared",
                  "PactProductFootprint",
                  "PactProductFootprintV2",
                  "RulePack",
                  "PassportFacts",
                  "BatteryPassport",
                  "CbamFacts",
                  "CbamCommunicationSheet"))
          .toList();

  @Test
  void every_schema_is_published_under_its_id() {
    for (String name : DOCUMENTS) {
      assertThat(document(name).get("$id").asString()).isEqualTo(Schemas.id(name));
      assertThat(document(name).get("$schema").asString())
          .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }
    assertThat(Schemas.forType("../../application")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schemas.validate("Invoice", JsonNodeFactory.instance.objectNode()));
  }

  @Test
  void every_string_and_array_is_bounded_and_every_object_closed() {
    for (String name : DOCUMENTS) {
      assertBounded(name, document(name));
    }
  }

  @Test
  void the_schemas_and_the_records_know_the_same_fields_units_and_places() {
    JsonNode shared = document("Shared").get("$defs");
    assertThat(texts(shared.at("/unit/enum")))
        .containsExactlyElementsOf(Arrays.stream(Unit.values()).map(Unit::wireName).toList());
    assertThat(shared.at("/decimal/pattern").asString()).isEqualTo(DecimalText.PATTERN);
    assertThat(shared.at("/decimal/maxLength").asInt()).isEqualTo(DecimalText.charsMax);
    assertThat(shared.at("/componentFigures/properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PcfComponent.values()).map(PcfComponent::wireName).toList());
    JsonNode pcf = document("PactProductFootprint").at("/$defs/carbonFootprint/properties");
    assertThat(pcf.propertyNames())
        .containsAll(Arrays.stream(PcfFigure.values()).map(PcfFigure::wireName).toList());
    assertThat(texts(pcf.at("/geographyRegionOrSubregion/enum")))
        .containsExactlyInAnyOrderElementsOf(Geography.Region.NAMES);
  }

  @Test
  void the_schema_of_version_2_and_its_records_know_the_same_figures_and_places() {
    JsonNode pcf = document("PactProductFootprintV2").at("/$defs/carbonFootprint/properties");
    assertThat(pcf.propertyNames())
        .containsAll(
            Arrays.stream(io.tanlian.contracts.pact.v2.PcfFigure.values())
                .map(io.tanlian.contracts.pact.v2.PcfFigure::wireName)
                .toList());
    assertThat(texts(pcf.at("/geographyRegionOrSubregion/enum")))
        .containsExactlyInAnyOrderElementsOf(Geography.Region.NAMES);
  }

  @Test
  void all_violations_are_reported_together_but_not_without_end() {
    ObjectNode claim = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 1_000; i++) {
      claim.put("field" + i, i);
    }
    assertThat(Schemas.validate("Withdrawal", claim)).hasSize(Schemas.problemsMax);
  }

  @Test
  void a_very_long_value_is_refused_without_exhausting_the_stack() {
    ObjectNode grant = JsonNodeFactory.instance.objectNode();
    grant.put("recipient", "did:web:" + "a:".repeat(500_000));
    grant.putArray("products").add("urn:example:" + "%2C".repeat(500_000));
    grant.putArray("parts").add("figures");
    grant.put("purpose", "x".repeat(1_000_000));
    grant.put("validUntil", "2027-01-01T00:00:00Z" + " ".repeat(500_000));
    assertThat(Schemas.validate("Grant", grant))
        .filteredOn(problem -> problem.code() == ProblemCode.SCHEMA_TOO_LONG)
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder("/recipient", "/products/0", "/purpose", "/validUntil");
  }

  @Test
  void a_document_that_is_no_object_is_a_problem_of_the_whole() {
    assertThat(Schemas.validate("Grant", accepted(StrictJson.parse("[]"))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.pointer()).isEmpty());
  }

  private static JsonNode document(String name) {
    return accepted(StrictJson.parse(Schemas.forType(name).orElseThrow()));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static void assertBounded(String where, JsonNode schema) {
    if (schema.has("type")) {
      switch (schema.get("type").asString()) {
        case "string" ->
            assertThat(schema.has("maxLength") || schema.has("enum")).as(where).isTrue();
        case "integer", "number" ->
            assertThat(schema.has("minimum") && schema.has("maximum")).as(where).isTrue();
        case "array" -> assertThat(schema.has("maxItems")).as(where).isTrue();
        case "object" ->
            assertThat(
                    schema.path("additionalProperties").asBoolean(true)
                        ? schema.has("maxProperties")
                        : true)
                .as(where)
                .isTrue();
        default -> assertThat(schema.get("type").asString()).as(where).isEqualTo("boolean");
      }
    }
    schema
        .properties()
        .forEach(part -> assertBounded(where + "/" + part.getKey(), part.getValue()));
    if (schema.isArray()) {
      schema.forEach(part -> assertBounded(where, part));
    }
  }
}
