package io.tanlian.cli.importing.footprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootprintsCommandTest {
  private static final String POST = "POST /v1/statements";
  private static final String HEADER =
      "productIds;productNameCompany;productDescription;companyName;created;"
          + "pcf.declaredUnitOfMeasurement;pcf.declaredUnitAmount;pcf.productMassPerDeclaredUnit;"
          + "pcf.referencePeriodStart;pcf.referencePeriodEnd;pcf.pcfExcludingBiogenicUptake;"
          + "pcf.pcfIncludingBiogenicUptake;pcf.fossilGhgEmissions;pcf.fossilCarbonContent;"
          + "pcf.ipccCharacterizationFactors;pcf.crossSectoralStandards;"
          + "pcf.exemptedEmissionsPercent\n";

  @TempDir private Path folder;
  private Town town;

  @BeforeEach
  void open() {
    town = new Town(folder);
  }

  @AfterEach
  void close() {
    town.close();
  }

  /** A row of a product, whose figures are all the one given. */
  private static String row(String product, String figure) {
    return "urn:example:%s;Foil;Copper foil;Foils Ltd;2026-11-20;kilogram;1;1;2025/1/1;2026-01-01;%s;%s;%s;0;AR6;PACT-3.0;0%n"
        .formatted(product, figure, figure, figure);
  }

  private String table(String... rows) {
    return town.shell.write("table.csv", HEADER + String.join("", rows));
  }

  private Shell.Result importing(String file, String... more) {
    return Shell.run(
        List.of(
            "import",
            "footprints",
            file,
            "--key",
            town.shell.path("supplier.jwk"),
            "--credentials",
            town.shell.path("supplier.json")),
        more);
  }

  private List<String> files(String suffix) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("table.csv.published"))) {
      return all.map(Path::toString).filter(file -> file.endsWith(suffix)).toList();
    }
  }

  @Test
  void each_row_is_published_and_its_receipt_kept() throws IOException {
    Shell.Result done = importing(table(row("a", "7.10"), row("b", "8")));
    assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
    assertThat(done.out())
        .contains("2 of 2 footprints are on the ledger: 2 published now, 0 before.");
    assertThat(files(".sd-jwt")).hasSize(2);
    assertThat(files(".receipt")).hasSize(2);
    assertThat(town.shell.read("table.csv.published/imported.csv").lines().toList())
        .satisfiesExactly(
            header -> assertThat(header).isEqualTo("row,productIds,footprint,statement,index"),
            a -> assertThat(a).startsWith("2,urn:example:a,").endsWith(",4"),
            b -> assertThat(b).startsWith("3,urn:example:b,").endsWith(",5"));
    String statement = files(".sd-jwt").getFirst();
    assertThat(
            Shell.run(
                    "receipt",
                    "verify",
                    statement + ".receipt",
                    "--statement",
                    statement,
                    "--credentials",
                    town.shell.path("supplier.json"))
                .exitCode())
        .isZero();
  }

  @Test
  void to_import_again_asks_nobody_for_what_is_proved() {
    String table = table(row("a", "7.10"), row("b", "8"));
    importing(table);
    long asked = town.exchange.asked(POST);
    Shell.Result again = importing(table);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("0 published now, 2 before");
    assertThat(town.exchange.asked(POST)).isEqualTo(asked);
  }

  @Test
  void a_row_is_the_same_however_its_columns_stand_and_its_numbers_are_kept() {
    importing(table(row("a", "7.10")));
    String turned =
        Stream.of(HEADER, row("a", "7.10"))
            .map(line -> String.join(",", List.of(line.strip().split(";")).reversed()) + "\r\n")
            .reduce("", String::concat);
    Shell.Result again =
        importing(
            town.shell.write("other.csv", turned), "--out", town.shell.path("table.csv.published"));
    assertThat(again.out()).contains("0 published now, 1 before");
  }

  @Test
  void an_import_that_was_cut_off_goes_on_where_it_stopped() {
    String table = table(row("a", "1"), row("b", "2"), row("c", "3"));
    town.exchange.answerNext(POST, Canned.json(201, "cut off"));
    Shell.Result cut = importing(table);
    assertThat(cut.exitCode()).isEqualTo(2);
    assertThat(cut.out())
        .contains("row 2: not known whether published", "0 of 3 footprints", "goes on");
    Shell.Result again = importing(table);
    assertThat(again.exitCode()).as(again.out()).isZero();
    assertThat(again.out()).contains("3 of 3 footprints");
  }

  @Test
  void without_its_folder_an_import_finds_on_the_ledger_what_it_published() throws IOException {
    String table = table(row("a", "7.10"), row("b", "8"));
    importing(table);
    List<String> before = files(".sd-jwt").stream().sorted().toList();
    String conflict = "{\"status\":409,\"code\":\"statement.id-conflict\",\"detail\":\"Taken.\"}";
    town.exchange.answerNext(POST, Canned.json(409, conflict));
    Shell.Result again = importing(table(row("a", "7.10")), "--out", town.shell.path("elsewhere"));
    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("1 of 1 footprints", "0 published now, 1 before");
    String name =
        before.stream()
            .map(file -> Path.of(file).getFileName().toString())
            .filter(file -> town.shell.has("elsewhere/" + file))
            .findFirst()
            .orElseThrow();
    assertThat(town.shell.read("elsewhere/" + name))
        .isEqualTo(town.shell.read("table.csv.published/" + name));
  }

  @Test
  void the_first_refusal_ends_it_and_the_rest_is_not_sent() {
    town.exchange.answerNext(
        POST,
        Canned.json(
            422,
            """
            {"status":422,"code":"key.revoked","detail":"Revoked at 9. Enrol another.","errors":[
             {"code":"key.revoked","pointer":"","detail":"Revoked at 9.","remedy":"Enrol another."}]}
            """));
    Shell.Result refused = importing(table(row("a", "1"), row("b", "2")), "--json");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out())
        .startsWith("{\"outcome\":\"stopped\",\"rows\":2")
        .contains("\"footprints\":[]", "\"stopped\":{\"row\":2", "key.revoked");
    assertThat(town.exchange.asked(POST)).isEqualTo(5);
  }

  @Test
  void a_dry_run_publishes_and_keeps_nothing_and_says_what_it_did_not_check() {
    int before = town.exchange.askedAtAll();
    Shell.Result dry = importing(table(row("a", "7.10"), row("b", "8")), "--dry-run");
    assertThat(dry.exitCode()).as(dry.out() + dry.err()).isZero();
    assertThat(dry.out())
        .contains(
            "2 rows checked and signed here, nothing is wrong. Nothing was published.",
            "The exchange lets you in; the first row is not on its ledger yet.",
            "Not checked",
            "that your key is enrolled");
    assertThat(town.shell.has("table.csv.published")).isFalse();
    assertThat(town.exchange.askedAtAll() - before).as("a token and a statement").isEqualTo(2);
  }

  @Test
  void a_dry_run_needs_no_exchange() {
    town.exchange.close();
    Shell.Result dry =
        Shell.run(
            "import",
            "footprints",
            table(row("a", "7.10")),
            "--dry-run",
            "--key",
            town.shell.path("supplier.jwk"),
            "--issuer",
            Town.SUPPLIER,
            "--log-key",
            town.exchange.logKey().format());
    assertThat(dry.exitCode()).as(dry.out() + dry.err()).isZero();
    assertThat(importing(table(row("a", "7.10")), "--dry-run").err())
        .contains("The rows are right, but the exchange cannot be asked. Nobody answers");
  }

  @Test
  void one_wrong_row_keeps_all_from_being_published_and_every_error_has_its_place() {
    long before = town.exchange.asked(POST);
    Shell.Result refused =
        importing(
            table(
                row("a", "7.10"),
                row("b", "7,10"),
                row("c", "8").replace("kilogram", "kg"),
                row("d", "8").replace("2025/1/1", "1/2/2025").replace("Foils Ltd", "")));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out())
        .contains(
            "row 3, pcf.pcfExcludingBiogenicUptake \"7,10\": a comma could be",
            "row 3, pcf.fossilGhgEmissions \"7,10\"",
            "      Write a decimal point",
            "row 4, pcf.declaredUnitOfMeasurement \"kg\": This is not one of the values allowed",
            "\"kilogram\"",
            "row 5, companyName: this cell is empty",
            "row 5, pcf.referencePeriodStart \"1/2/2025\": a time is a day with the year first",
            "6 errors in ",
            "Nothing was published.");
    assertThat(town.exchange.asked(POST)).isEqualTo(before);
    assertThat(town.shell.has("table.csv.published")).isFalse();
  }

  @Test
  void programs_get_every_error_with_row_column_and_value() {
    Shell.Result refused = importing(table(row("a", "1e3")), "--json", "--dry-run");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out().lines()).hasSize(1);
    assertThat(refused.out())
        .startsWith("{\"outcome\":\"refused\"")
        .contains(
            "\"errorsCount\":3",
            "\"row\":2,\"column\":\"pcf.fossilGhgEmissions\",\"value\":\"1e3\"");
  }

  @ParameterizedTest
  @CsvSource({
    "pcf.fossilGHGEmission, pcf.fossilGhgEmissions",
    "fossilGhgEmissions, pcf.fossilGhgEmissions",
    "colour, ''",
  })
  void an_unknown_column_is_refused_with_the_one_that_may_be_meant(String wrong, String meant) {
    Shell.Result refused =
        importing(
            town.shell.write(
                "table.csv", HEADER.replace("pcf.fossilGhgEmissions", wrong) + row("a", "1")));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out())
        .contains(
            "row 1, %s: there is no column of this name".formatted(wrong),
            "row 1, pcf.fossilGhgEmissions: this column is missing",
            meant.isEmpty() ? "      Correct the name" : "      Is it " + meant + "? Correct");
  }

  @Test
  void rows_that_contradict_each_other_are_errors() {
    String id = "91715e5e-fd0b-4d1c-8fab-76290c46e6ed";
    String withIds =
        "id;"
            + HEADER
            + ";"
            + row("a", "1")
            + ";"
            + row("a", "1")
            + id
            + ";"
            + row("b", "1")
            + id
            + ";"
            + row("c", "1");
    Shell.Result refused = importing(town.shell.write("table.csv", withIds));
    assertThat(refused.out())
        .contains(
            "row 3: this row says what row 2 says", "row 5, id \"" + id + "\": row 4 has this id");
  }

  @Test
  void the_rules_of_the_exchange_are_applied_before_anything_is_sent() {
    String others = "companyIds;" + HEADER + "urn:uscc:91000000FAKE001015;" + row("a", "1");
    Shell.Result refused = importing(town.shell.write("table.csv", others));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("row 2, companyIds", "footprint.company-missing");

    Shell.Result doubtful =
        importing(table(row("a", "7.10").replace("7.10;7.10;7.10", "7.10;7.10;6")), "--dry-run");
    assertThat(doubtful.exitCode()).isZero();
    assertThat(doubtful.out())
        .contains("row 2, pcf.pcfExcludingBiogenicUptake \"7.10\"", "its parts add up to 6");
  }

  @ParameterizedTest
  @CsvSource({"csv", "xlsx"})
  void the_template_is_read_and_its_made_up_rows_are_refused(String format) {
    String template = town.shell.path("template." + format);
    assertThat(Shell.run("import", "template", "--out", template).exitCode()).isZero();
    Shell.Result refused = importing(template, "--dry-run");
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(1);
    assertThat(refused.out())
        .contains(
            "row 2: this row is an example of the template",
            "row 3: this row is an example of the template",
            "2 errors in ");
  }

  @Test
  void an_empty_table_is_no_success() {
    assertThat(importing(town.shell.write("table.csv", HEADER)).err())
        .contains("has no rows below its header");
    assertThat(importing(town.shell.write("table.csv", "")).exitCode()).isEqualTo(2);
    assertThat(importing(town.shell.path("no-such.csv")).err()).contains("There is no file");
  }

  @Test
  void the_csv_template_is_the_golden_one() throws IOException {
    Path csv = folder.resolve("template.csv");
    Shell.run("import", "template", "--out", csv.toString());
    assertThat(Files.readString(csv, UTF_8)).isEqualTo(Claims.resource("/import/template.csv"));
    assertThat(Shell.run("import", "template", "--out", csv.toString()).err())
        .contains("never overwritten");
    assertThat(Shell.run("import", "template", "--out", csv + ".ods").exitCode()).isEqualTo(2);
  }

  @Test
  void the_columns_are_explained() {
    assertThat(Shell.run("import", "columns").out())
        .contains(
            "pcf.declaredUnitAmount (required, declared unit)",
            "声明数量",
            "    One of: liter, kilogram, ");
    assertThat(Shell.run("import", "columns", "--json").out())
        .contains("{\"name\":\"productIds\",\"kind\":\"words\",\"required\":true");
  }
}
