package io.tanlian.cli.importing.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Readings;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.unit.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FootprintColumnsTest {
  private final JsonNode schema =
      Readings.accepted(StrictJson.parse(Schemas.forType("PactProductFootprint").orElseThrow()));

  @Test
  void every_field_of_pact_has_a_column_but_the_ones_that_are_no_cell() {
    SortedSet<String> fields = new TreeSet<>();
    collect("", schema, fields);
    List<String> columns = FootprintColumns.all().stream().map(FootprintColumn::name).toList();
    assertThat(fields).containsAll(columns);
    fields.removeAll(columns);
    assertThat(fields)
        .containsExactly(
            "extensions",
            "pcf.otherOperatorName",
            "pcf.productOrSectorSpecificRules",
            "specVersion");
  }

  private void collect(String prefix, JsonNode object, Set<String> fields) {
    object
        .path("properties")
        .properties()
        .forEach(field -> {
          JsonNode definition =
              field.getValue().path("$ref").asString("").equals("#/$defs/carbonFootprint")
                  ? schema.at("/$defs/carbonFootprint")
                  : field.getValue();
          String name = prefix + field.getKey();
          if (definition.path("type").asString("").equals("object")) {
            collect(name + ".", definition, fields);
          } else {
            fields.add(name);
          }
        });
  }

  @Test
  void a_row_needs_what_the_schema_requires_and_nobody_fills_in() {
    assertThat(FootprintColumns.all())
        .filteredOn(FootprintColumn::required)
        .extracting(FootprintColumn::name)
        .containsExactly(
            "productIds",
            "productNameCompany",
            "productDescription",
            "companyName",
            "created",
            "pcf.declaredUnitOfMeasurement",
            "pcf.declaredUnitAmount",
            "pcf.productMassPerDeclaredUnit",
            "pcf.referencePeriodStart",
            "pcf.referencePeriodEnd",
            "pcf.pcfExcludingBiogenicUptake",
            "pcf.pcfIncludingBiogenicUptake",
            "pcf.fossilGhgEmissions",
            "pcf.fossilCarbonContent",
            "pcf.ipccCharacterizationFactors",
            "pcf.crossSectoralStandards",
            "pcf.exemptedEmissionsPercent");
  }

  @Test
  void allowed_values_are_those_of_the_schema() {
    assertThat(FootprintColumns.named("pcf.declaredUnitOfMeasurement").orElseThrow().allowed())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Unit.values()).map(Unit::wireName).toList());
    assertThat(FootprintColumns.named("pcf.geographyRegionOrSubregion").orElseThrow().allowed())
        .hasSize(22);
  }

  @Test
  void every_column_is_explained_in_both_languages_and_decimals_have_a_unit() {
    assertThat(FootprintColumns.all())
        .allSatisfy(column -> {
          assertThat(column.english()).endsWith(".");
          assertThat(column.chinese()).endsWith("。");
          assertThat(column.unit().isEmpty()).isEqualTo(column.kind() != Kind.DECIMAL);
          assertThat(column.required()).isEqualTo(column.required() && !column.second().isEmpty());
        });
  }

  @Test
  void a_problem_is_found_at_its_column() {
    assertThat(FootprintColumns.at("/productFootprint/productIds/1").orElseThrow().name())
        .isEqualTo("productIds");
    assertThat(FootprintColumns.at("/productFootprint/pcf/dqi/temporalDQR").orElseThrow().name())
        .isEqualTo("pcf.dqi.temporalDQR");
    assertThat(FootprintColumns.at("/productFootprint/pcf")).isEmpty();
  }
}
