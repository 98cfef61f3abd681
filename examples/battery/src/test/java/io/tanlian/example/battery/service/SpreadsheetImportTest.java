package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.Main;
import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ServerAddress;
import io.tanlian.cli.export.sheet.Cell;
import io.tanlian.cli.export.sheet.Column;
import io.tanlian.cli.export.sheet.ExcelFile;
import io.tanlian.cli.export.sheet.Sheet;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.sharing.GrantedPart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A supplier's workbook of 20 footprints, imported over TLS by the command line. */
@ExtendWith(OneExchange.class)
class SpreadsheetImportTest {
  private static final int ROWS = 20;

  /** Some of the 20 posts, of about 8 kB each, get through. */
  private static final long BYTES_BEFORE_THE_CUT = 60_000;

  @TempDir private Path folder;
  private final Exchange exchange;
  private final Participant supplier;
  private final String productPrefix = Footprints.newProduct() + ":";
  private Path workbook;
  private long before;

  SpreadsheetImportTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.supplier = exchange.newSupplier();
    this.workbook = Path.of("not written yet");
  }

  @BeforeEach
  void write() throws Exception {
    workbook = Files.write(folder.resolve("footprints.xlsx"), workbook());
    Files.writeString(folder.resolve("key.jwk"), supplier.key().privateJwk());
    before = exchange.treeSize();
  }

  private record Run(int exitCode, String out) {}

  private Run importing(Credentials credentials, String... more) throws Exception {
    Path file = folder.resolve("credentials.json");
    Files.writeString(file, credentials.toJson().toString());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "import",
                "footprints",
                workbook.toString(),
                "--key",
                folder.resolve("key.jwk").toString(),
                "--credentials",
                file.toString()));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int exitCode =
        Main.commandLine().setOut(writer).setErr(writer).execute(arguments.toArray(String[]::new));
    return new Run(exitCode, out.toString());
  }

  @Test
  void each_row_is_published_once_however_often_it_is_imported() throws Exception {
    Credentials credentials = credentials();

    Run first = importing(credentials);
    assertThat(first.exitCode()).as(first.out()).isZero();
    assertThat(exchange.treeSize()).isEqualTo(before + ROWS);

    Run again = importing(credentials);
    assertThat(again.out()).contains("0 published now, 20 before");

    Run withoutItsFolder = importing(credentials, "--out", folder.resolve("new").toString());
    assertThat(withoutItsFolder.exitCode()).as(withoutItsFolder.out()).isZero();
    assertThat(withoutItsFolder.out()).contains("0 published now, 20 before");
    assertThat(exchange.treeSize()).isEqualTo(before + ROWS);
  }

  @Test
  void an_import_whose_connection_is_cut_goes_on_where_it_stopped() throws Exception {
    Credentials credentials = credentials();
    try (CutWire wire = new CutWire(exchange.url(), BYTES_BEFORE_THE_CUT)) {
      Run cut = importing(at(credentials, wire.port()));
      assertThat(cut.exitCode()).as(cut.out()).isEqualTo(2);
      assertThat(cut.out()).contains("not known whether published", "goes on where it stopped");
    }
    assertThat(exchange.treeSize()).isGreaterThan(before).isLessThan(before + ROWS);

    Run again = importing(credentials);
    assertThat(again.exitCode()).as(again.out()).isZero();
    assertThat(again.out()).contains("20 of 20 footprints are on the ledger");
    assertThat(exchange.treeSize()).isEqualTo(before + ROWS);
  }

  @Test
  void a_dry_run_adds_nothing_to_the_ledger() throws Exception {
    Run dry = importing(credentials(), "--dry-run");
    assertThat(dry.exitCode()).as(dry.out()).isZero();
    assertThat(dry.out()).contains("20 rows checked", "The exchange lets you in");
    assertThat(exchange.treeSize()).isEqualTo(before);
  }

  @Test
  void a_lead_firm_with_a_grant_reads_what_was_imported() throws Exception {
    assertThat(importing(credentials()).exitCode()).isZero();
    Participant customer = exchange.newSupplier();
    assertThat(listed(customer)).isEmpty();

    supplier.publish(Footprints.grant(customer.id(), productPrefix + 7, GrantedPart.FIGURES));

    List<JsonNode> listed = listed(customer);
    assertThat(listed).hasSize(1);
    assertThat(listed.getFirst().at("/productIds/0").stringValue()).isEqualTo(productPrefix + 7);
    assertThat(listed.getFirst().at("/companyIds/0").stringValue())
        .isEqualTo(supplier.id().value());
    assertThat(listed.getFirst().at("/pcf/pcfExcludingBiogenicUptake").stringValue())
        .isEqualTo("7.1");
    assertThat(listed.getFirst().at("/pcf/referencePeriodEnd").stringValue())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  private List<JsonNode> listed(Participant reader) throws Exception {
    HttpResponse<String> answer =
        reader.get("/3/footprints?productId=" + Exchange.encoded(productPrefix + 7));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Exchange.json(answer).path("data").valueStream().toList();
  }

  /** Row by row 1.1, 2.1, 3.1, … kgCO2e, as numbers and dates of Excel. */
  private byte[] workbook() {
    List<List<Cell>> rows = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int row = 1; row <= ROWS; row++) {
      Map<String, Cell> cells = row(row);
      rows.add(List.copyOf(cells.values()));
      if (row == 1) {
        cells.keySet().forEach(name -> columns.add(new Column(name, 12)));
      }
    }
    return ExcelFile.bytes(List.of(new Sheet("Footprints", columns, rows)));
  }

  private Map<String, Cell> row(int row) {
    Cell figure = Cell.of(new BigDecimal(row + ".1"));
    Map<String, Cell> cells = new LinkedHashMap<>();
    cells.put("productIds", Cell.of(productPrefix + row));
    cells.put("productNameCompany", Cell.of("Product " + row));
    cells.put("productDescription", Cell.of("A fictional product"));
    cells.put("companyName", Cell.of("Newcomer (fictional)"));
    cells.put("created", new Cell.Day(LocalDate.of(2026, 3, 31)));
    cells.put("pcf.declaredUnitOfMeasurement", Cell.of("kilogram"));
    cells.put("pcf.declaredUnitAmount", new Cell.Whole(1));
    cells.put("pcf.productMassPerDeclaredUnit", new Cell.Whole(1));
    cells.put("pcf.referencePeriodStart", new Cell.Day(LocalDate.of(2025, 1, 1)));
    cells.put("pcf.referencePeriodEnd", Cell.of("2026-01-01"));
    cells.put("pcf.pcfExcludingBiogenicUptake", figure);
    cells.put("pcf.pcfIncludingBiogenicUptake", figure);
    cells.put("pcf.fossilGhgEmissions", figure);
    cells.put("pcf.fossilCarbonContent", new Cell.Whole(0));
    cells.put("pcf.ipccCharacterizationFactors", Cell.of("AR6"));
    cells.put("pcf.crossSectoralStandards", Cell.of("PACT-3.0"));
    cells.put("pcf.exemptedEmissionsPercent", new Cell.Whole(0));
    return cells;
  }

  private Credentials credentials() throws Exception {
    HttpResponse<String> client =
        exchange.post(
            "/v1/clients",
            "application/json",
            "{\"participant\":\"%s\",\"role\":\"supplier\"}".formatted(supplier.id().value()),
            exchange.operator().token());
    assertThat(client.statusCode()).as(client.body()).isEqualTo(201);
    Credentials any = exchange.node().credentials("foil-maker");
    return new Credentials(
        any.server(),
        any.tlsFingerprint(),
        Optional.of(
            new ClientLogin(
                Exchange.json(client).path("clientId").stringValue(),
                Exchange.json(client).path("clientSecret").stringValue())),
        any.logKey(),
        Optional.of(supplier.id()),
        Optional.of(Role.SUPPLIER));
  }

  private static Credentials at(Credentials credentials, int port) {
    return new Credentials(
        ServerAddress.parse("https://127.0.0.1:" + port),
        credentials.tlsFingerprint(),
        credentials.login(),
        credentials.logKey(),
        credentials.participant(),
        credentials.role());
  }
}
