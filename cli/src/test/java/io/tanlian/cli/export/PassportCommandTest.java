package io.tanlian.cli.export;

import static io.tanlian.cli.world.Readings.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Readings;
import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.passport.BatteryPassport;
import io.tanlian.contracts.schema.Schemas;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PassportCommandTest {
  private static final String PRODUCT = "urn:example:product:pack";
  private static final String CLAIM = Entries.statement(9).value();
  private static final String GET_FOOTPRINT = "GET /v1/products/" + PRODUCT + "/footprint";
  private static final String GET_CONTENT = "GET /v1/recycled-content/" + CLAIM;

  @TempDir private Path folder;
  private Town town;

  /** Indexes 4 to 7, as the sample answers name them; 123 and 100 are put right below. */
  @BeforeEach
  void publish() {
    town = new Town(folder);
    for (int statement : List.of(1, 2, 8, 9)) {
      String name = "statement-" + statement;
      Town.run(
          "publish",
          town.sign(
              name,
              "ProductFootprintDeclaration",
              Claims.resource("/export/aluminium.json"),
              "--id",
              Entries.statement(statement).value()),
          "--credentials",
          town.shell.path("supplier.json"));
    }
    town.shell.write("facts.json", Readings.exampleText("passport-facts.json"));
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_passport_is_written_twice_with_every_statement_proved() {
    answer(Claims.resource("/export/roll-up.json"), content());
    Shell.Result result =
        export(
            "--claim",
            CLAIM,
            "--json",
            town.shell.path("passport.json"),
            "--xlsx",
            town.shell.path("passport.xlsx"));
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("4 statements stand behind it", "Missing:");
    JsonNode passport = accepted(StrictJson.parse(town.shell.read("passport.json")));
    assertThat(Schemas.validate(BatteryPassport.SCHEMA, passport)).isEmpty();
    assertThat(passport.at("/carbonFootprint/batteryCarbonFootprint").asString())
        .isEqualTo("0.058");
    assertThat(passport.at("/evidence").valueStream().map(one -> one.get("index").asInt()))
        .containsExactly(4, 5, 6, 7);
    assertThat(town.shell.has("passport.xlsx")).isTrue();
  }

  @Test
  void without_a_claim_the_exchange_is_not_asked_for_one() {
    town.exchange.answerNext(
        GET_FOOTPRINT, Canned.json(200, Claims.resource("/export/roll-up.json")));
    Shell.Result result = export("--json", "-");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(town.exchange.asked(GET_CONTENT)).isZero();
    assertThat(result.out()).contains("No claim of recycled content was named");
  }

  @Test
  void a_statement_at_another_index_than_said_ends_the_export() {
    answer(
        Claims.resource("/export/roll-up.json").replace("\"index\": 5", "\"index\": 4"), content());
    Shell.Result result = export("--claim", CLAIM, "--json", town.shell.path("passport.json"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("at index 4, but its receipt is for index 5");
    assertThat(town.shell.has("passport.json")).isFalse();
  }

  @Test
  void an_answer_that_contradicts_itself_is_not_used() {
    answer(
        Claims.resource("/export/roll-up.json"),
        content().replace("\"share\": \"0.2569\"", "\"share\": \"0.9\""));
    Shell.Result result = export("--claim", CLAIM, "--json", town.shell.path("passport.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("cannot be used", "12.5 kg of 48.654 kg of Ni");
  }

  @Test
  void the_claim_of_another_product_is_refused() {
    answer(
        Claims.resource("/export/roll-up.json"),
        content().replace("product:pack", "product:other-pack"));
    Shell.Result result = export("--claim", CLAIM, "--json", town.shell.path("passport.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("is about urn:example:product:other-pack");
  }

  @Test
  void a_claim_that_was_undone_is_refused() {
    answer(
        Claims.resource("/export/roll-up.json"),
        content().replace("\"year\"", "\"correctedAt\": 9, \"year\""));
    Shell.Result result = export("--claim", CLAIM, "--json", town.shell.path("passport.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("undone by the entry at index 9");
  }

  @Test
  void an_exchange_that_knows_no_recycled_content_refuses() {
    town.exchange.answerNext(
        GET_FOOTPRINT, Canned.json(200, Claims.resource("/export/roll-up.json")));
    Shell.Result result = export("--claim", CLAIM, "--json", town.shell.path("passport.json"));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("Not found");
  }

  private void answer(String footprint, String content) {
    town.exchange.answerNext(GET_FOOTPRINT, Canned.json(200, footprint));
    town.exchange.answerNext(GET_CONTENT, Canned.json(200, content));
  }

  private static String content() {
    return Claims.resource("/export/recycled-content.json")
        .replace("\"index\": 123", "\"index\": 7")
        .replace("\"index\": 100", "\"index\": 6");
  }

  private Shell.Result export(String... more) {
    return Shell.run(
        List.of(
            "export",
            "passport",
            PRODUCT,
            "--facts",
            town.shell.path("facts.json"),
            "--credentials",
            town.shell.path("supplier.json")),
        more);
  }
}
