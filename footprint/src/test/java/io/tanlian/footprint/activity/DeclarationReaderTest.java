package io.tanlian.footprint.activity;

import static io.tanlian.footprint.DeclaredStep.participant;
import static io.tanlian.footprint.DeclaredStep.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.unit.Unit;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeclarationReaderTest {
  private static final Pin PIN = new Pin(statement(5), 5, "ab".repeat(32));
  private static final ParticipantId ISSUER = participant("cathodes");

  private static final String CATHODE =
      """
      {"productFootprint":{
        "id":"91715e5e-fd0b-4d1c-8fab-76290c46e6ed","specVersion":"3.0.0",
        "created":"2026-02-01T00:00:00Z","status":"Active",
        "companyName":"Fictional Cathodes","companyIds":["urn:company:example:cathodes"],
        "productDescription":"NCM811","productIds":["urn:pact:example.org:product:cathode"],
        "productNameCompany":"C811",
        "pcf":{
          "declaredUnitOfMeasurement":"kilogram","declaredUnitAmount":"1",
          "productMassPerDeclaredUnit":"1",
          "referencePeriodStart":"2025-01-01T00:00:00Z","referencePeriodEnd":"2026-01-01T00:00:00Z",
          "pcfExcludingBiogenicUptake":"34.2","pcfIncludingBiogenicUptake":"34.2",
          "fossilGhgEmissions":"34.2","fossilCarbonContent":"0",
          "ipccCharacterizationFactors":["AR6"],"crossSectoralStandards":["PACT-3.0"],
          "exemptedEmissionsPercent":"1.5","primaryDataShare":"40",
          "dqi":{"technologicalDQR":"1","geographicalDQR":"2","temporalDQR":"3"}}},
       "output":{"amount":"2","unit":"kilogram"},
       "inputs":[
         {"product":"urn:pact:example.org:product:precursor","direction":"in","amount":"1.918",
          "unit":"kilogram","statement":"urn:uuid:00000000-0000-4000-8000-000000000003",
          "recycled":{"claim":"urn:uuid:00000000-0000-4000-8000-000000000070","method":"cutOff",
                      "share":"0.2",
                      "recycling":{"source":{"name":"Recycling","version":"2026"},
                                   "values":{"fossilGhgEmissions":"3.1"}}}},
         {"product":"urn:pact:example.org:product:power","direction":"out","amount":"14.52",
          "unit":"kilowatt hour",
          "emissionFactor":{"source":{"name":"Grid","version":"2023"},
                            "values":{"fossilGhgEmissions":"0.6205"}}}],
       "directEmissions":{"fossilGhgEmissions":"0.5"}}
      """;

  private static Activity read(String json, RecipeDisclosure disclosure) {
    return switch (StrictJson.parse(json)
        .then(tree -> Fields.read(tree, ProductFootprintDeclaration::read))) {
      case Outcome.Accepted(var declaration) ->
          DeclarationReader.activity(declaration, PIN, ISSUER, disclosure, Optional.empty());
      case Outcome.Refused(var problems) -> Assertions.fail(problems.toString());
    };
  }

  @Test
  void a_declared_recipe_is_taken_line_by_line() {
    Recipe recipe = read(CATHODE, RecipeDisclosure.WHOLE).recipe().orElseThrow();

    assertThat(recipe.output().amount()).isEqualByComparingTo("2");
    assertThat(recipe.directEmissions().excludingUptake()).isEqualByComparingTo("0.5");
    assertThat(recipe.inputs().get(0).statement()).contains(statement(3));
    assertThat(recipe.inputs().get(0).direction()).isEqualTo(Direction.IN);
    assertThat(recipe.inputs().get(0).recycled().orElseThrow().method())
        .isEqualTo(RecyclingMethod.CUT_OFF);
    Input power = recipe.inputs().get(1);
    assertThat(power.recycled()).isEmpty();
    assertThat(power.direction()).isEqualTo(Direction.OUT);
    assertThat(power.quantity().unit()).isEqualTo(Unit.KILOWATT_HOUR);
    SecondaryFactor factor = power.factor().orElseThrow();
    assertThat(factor.source()).isEqualTo("Grid 2023");
    assertThat(factor.perUnit().excludingUptake()).isEqualByComparingTo("0.6205");
  }

  @Test
  void the_declared_footprint_is_taken_with_its_quality() {
    DeclaredFootprint declared = read(CATHODE, RecipeDisclosure.WHOLE).declared();

    assertThat(declared.figures().orElseThrow().excludingUptake()).isEqualByComparingTo("34.2");
    assertThat(declared.primaryDataSharePercent().orElseThrow()).isEqualByComparingTo("40");
    assertThat(declared.exemptedPercent().orElseThrow()).isEqualByComparingTo("1.5");
    assertThat(declared.quality().technology().orElseThrow()).isEqualByComparingTo("1");
    assertThat(declared.quality().time().orElseThrow()).isEqualByComparingTo("3");
    assertThat(declared.quality().geography().orElseThrow()).isEqualByComparingTo("2");
    assertThat(declared.validUntil()).isEqualTo("2029-01-01T00:00:00Z");
  }

  @Test
  void a_recipe_of_which_parts_are_concealed_is_left_out() {
    assertThat(read(CATHODE, RecipeDisclosure.PARTIAL).recipe()).isEmpty();
  }

  @Test
  void a_footprint_declared_as_deprecated_lapsed_when_it_was_created() {
    Activity deprecated =
        read(CATHODE.replace("\"Active\"", "\"Deprecated\""), RecipeDisclosure.WHOLE);

    assertThat(deprecated.lapse())
        .contains(new Lapse(Lapse.Cause.DEPRECATED, Instant.parse("2026-02-01T00:00:00Z")));
  }
}
