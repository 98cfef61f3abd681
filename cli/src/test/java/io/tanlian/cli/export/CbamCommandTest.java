package io.tanlian.cli.export;

import static io.tanlian.cli.world.Readings.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Readings;
import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import io.tanlian.contracts.cbam.CommunicationSheet;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.statement.SignedStatement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CbamCommandTest {
  private static final String FOIL = Entries.statement(1).value();
  private static final String ALUMINIUM = Entries.statement(2).value();
  private static final String GET_ALUMINIUM = "GET /v1/statements/" + ALUMINIUM;

  @TempDir private Path folder;
  private Town town;

  @BeforeEach
  void publish() {
    town = new Town(folder);
    publish("aluminium", ALUMINIUM);
    publish("foil", FOIL);
    town.shell.write("facts.json", Readings.exampleText("cbam-facts.json"));
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void the_sheet_is_written_twice_with_receipts_that_hold() throws Exception {
    Shell.Result result =
        export("--json", town.shell.path("cbam.json"), "--xlsx", town.shell.path("cbam.xlsx"));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("2 statements stand behind it", "cbam.json", "cbam.xlsx", "Nothing is missing.");
    JsonNode sheet = accepted(StrictJson.parse(town.shell.read("cbam.json")));
    assertThat(Schemas.validate(CommunicationSheet.SCHEMA, sheet)).isEmpty();
    assertThat(sheet.at("/goods/0/specificEmbeddedEmissions/total").asString())
        .isEqualTo("10.411332");
    String receipt = sheet.at("/evidence/0/receipt").asString();
    SignedStatement signed =
        accepted(SignedStatement.parse(town.shell.read("aluminium.sd-jwt").strip()));
    assertThat(ReceiptVerdict.of(receipt, signed, town.exchange.logKey()))
        .isInstanceOf(ReceiptVerdict.Proved.class);
    assertThat(
            Readings.rows(Files.readAllBytes(folder.resolve("cbam.xlsx")), "Evidence")
                .get(1)
                .getCellText(5))
        .isEqualTo(receipt);
  }

  @Test
  void on_standard_output_there_is_only_the_document() {
    Shell.Result result = export("--json", "-");
    assertThat(result.exitCode()).isZero();
    assertThat(accepted(StrictJson.parse(result.out().strip())).at("/goods/0/cnCode").asString())
        .isEqualTo("76071119");
  }

  @Test
  void a_file_that_exists_is_not_overwritten_without_force() {
    String out = town.shell.write("cbam.json", "mine");
    int asked = town.exchange.askedAtAll();
    Shell.Result refused = export("--json", out);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("cbam.json exists already", "--force");
    assertThat(town.shell.read("cbam.json")).isEqualTo("mine");
    assertThat(town.exchange.askedAtAll()).isEqualTo(asked);
    assertThat(export("--json", out, "--force").exitCode()).isZero();
    assertThat(town.shell.read("cbam.json")).startsWith("{");
  }

  @Test
  void facts_that_do_not_fit_are_named_with_field_rule_and_remedy() {
    town.shell.write(
        "facts.json",
        Readings.exampleText("cbam-facts.json")
            .replace("\"76071119\"", "\"7607 11\"")
            .replace("\"unLocode\"", "\"unlocode\""));
    Shell.Result result = export("--json", "-");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(
            "/cnCode", "/installation/unlocode", "[schema.unknown-field]", "Remove the field");
  }

  @Test
  void a_receipt_of_another_statement_ends_the_export() {
    String swapped =
        StrictJson.format(
            town.exchange
                .statementBody(ALUMINIUM)
                .put("receipt", town.exchange.statementBody(FOIL).get("receipt").asString()));
    town.exchange.answerNext(GET_ALUMINIUM, Canned.json(200, swapped));
    Shell.Result result = export("--json", town.shell.path("cbam.json"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("does not prove that " + ALUMINIUM);
    assertThat(town.shell.has("cbam.json")).isFalse();
  }

  @Test
  void another_statement_than_asked_for_ends_the_export() {
    town.exchange.answerNext(
        GET_ALUMINIUM, Canned.json(200, StrictJson.format(town.exchange.statementBody(FOIL))));
    assertThat(export("--json", town.shell.path("cbam.json")).exitCode()).isEqualTo(3);
  }

  @Test
  void what_the_exchange_refuses_is_refused() {
    town.exchange.answerNext(
        GET_ALUMINIUM, Canned.json(404, "{\"status\":404,\"detail\":\"There is nothing here.\"}"));
    Shell.Result result = export("--json", town.shell.path("cbam.json"));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("Not found");
  }

  @Test
  void a_statement_of_another_type_is_named() {
    String grant =
        """
        {"recipient":"did:web:exchange.example","products":["*"],"parts":["figures"],
         "purpose":"test","validUntil":"2030-01-01T00:00:00Z"}
        """;
    String id = Entries.statement(3).value();
    Town.run(
        "publish",
        town.sign("grant.sd-jwt", "Grant", grant, "--id", id),
        "--credentials",
        town.shell.path("supplier.json"));
    Shell.Result result =
        Shell.run(
            "export",
            "cbam",
            id,
            "--facts",
            town.shell.path("facts.json"),
            "--credentials",
            town.shell.path("supplier.json"),
            "--json",
            "-");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("is a Grant", "give a ProductFootprintDeclaration");
  }

  @Test
  void an_export_goes_somewhere_and_to_two_files() {
    assertThat(export().err()).contains("--json FILE, --xlsx FILE or both");
    String same = town.shell.path("same");
    Shell.Result twice = export("--json", same, "--xlsx", same);
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).contains("same file");
    assertThat(Shell.run("export").exitCode()).isEqualTo(2);
  }

  private void publish(String name, String id) {
    String file =
        town.sign(
            name + ".sd-jwt",
            "ProductFootprintDeclaration",
            Claims.resource("/export/" + name + ".json"),
            "--id",
            id);
    Town.run("publish", file, "--credentials", town.shell.path("supplier.json"));
  }

  private Shell.Result export(String... more) {
    return Shell.run(
        List.of(
            "export",
            "cbam",
            FOIL,
            "--facts",
            town.shell.path("facts.json"),
            "--credentials",
            town.shell.path("supplier.json")),
        more);
  }
}
