package io.tanlian.cli.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Readings;
import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.material.TransferAcceptance;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.tlog.note.NoteSigner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptCommandTest {
  private static final String POST = "POST /v1/statements";
  private static final String TRANSFER = "urn:uuid:0192f1c4-8d3e-7000-8000-000000000103";
  private static final String OFFER =
      Readings.exampleText("transfer.json")
          .replace("\"purity\": \"1\"", "\"purity\": \"0.99\"")
          .replace(
              "\"replacesPrimary\"", "\"identities\": [\"BATTERY-0001\"], \"replacesPrimary\"");

  @TempDir private Path folder;
  private Town town;

  @BeforeEach
  void open() {
    town = new Town(folder);
    publish("transfer", "Transfer", OFFER, TRANSFER);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void publish(String name, String type, String claim, String id) {
    Town.run(
        "publish",
        town.sign(name, type, claim, "--id", id),
        "--credentials",
        town.shell.path("supplier.json"));
  }

  private Shell.Result accept(String transfer, String... more) {
    return Shell.run(
        List.of(
            "material",
            "accept",
            transfer,
            "--lot",
            "received-7",
            "--key",
            town.shell.path("supplier.jwk"),
            "--credentials",
            town.shell.path("supplier.json")),
        more);
  }

  private Shell.Result acceptIntoAccount(String... more) {
    List<String> account =
        List.of(
            "--custody",
            "massBalance",
            "--site",
            "urn:example:precursor:site:1",
            "--first",
            "2026-01-01",
            "--last",
            "2026-12-31");
    List<String> all = new ArrayList<>(account);
    all.addAll(List.of(more));
    return accept(TRANSFER, all.toArray(String[]::new));
  }

  private TransferAcceptance signed(String name) {
    SignedStatement signed =
        Readings.accepted(SignedStatement.parse(town.shell.read(name).strip()));
    return ((Claim.Accepted) Readings.accepted(StatementReader.read(signed)).statement().claim())
        .acceptance();
  }

  private static Transfer offer() {
    Claim claim =
        Readings.accepted(
            StrictJson.parse(OFFER).then(subject -> Claim.parse("Transfer", subject)));
    return ((Claim.Offered) claim).transfer();
  }

  @Test
  void exactly_what_was_offered_becomes_a_batch_of_the_buyer() {
    Shell.Result accepted = acceptIntoAccount("--out", town.shell.path("a.sd-jwt"));
    assertThat(accepted.exitCode()).as(accepted.out() + accepted.err()).isZero();
    assertThat(accepted.out())
        .contains("Offered by " + Town.SUPPLIER, "441.553 kg", "Ni postConsumer 98.6 kg")
        .contains("published at index 5, receipt verified");

    TransferAcceptance acceptance = signed("a.sd-jwt");
    Batch offered = offer().batch();
    assertThat(acceptance.source())
        .isEqualTo(new BatchId(StatementId.parse(TRANSFER), "delivery-7"));
    assertThat(acceptance.batch())
        .isEqualTo(
            new Batch(
                "received-7",
                offered.product(),
                offered.mass(),
                offered.compound(),
                offered.purity(),
                offered.replacesPrimary(),
                offered.contents(),
                offered.identities()));
    assertThat(acceptance.custody().model()).isEqualTo(CustodyModel.MASS_BALANCE);
    assertThat(Objects.requireNonNull(acceptance.custody().account()).site())
        .isEqualTo(new Urn("urn:example:precursor:site:1"));
  }

  @Test
  void the_statement_and_its_receipt_are_kept_and_hold_offline() {
    acceptIntoAccount("--out", town.shell.path("a.sd-jwt"));
    town.exchange.close();
    Town.run(
        "receipt",
        "verify",
        town.shell.path("a.sd-jwt.receipt"),
        "--statement",
        town.shell.path("a.sd-jwt"),
        "--credentials",
        town.shell.path("supplier.json"));
  }

  @Test
  void programs_get_the_outcome() {
    assertThat(acceptIntoAccount("--json").out())
        .startsWith("{\"outcome\":\"published\"")
        .contains("\"index\":5");
  }

  @Test
  void material_kept_apart_needs_no_account() {
    Shell.Result accepted =
        accept(TRANSFER, "--custody", "bookAndClaim", "--out", town.shell.path("a.sd-jwt"));
    assertThat(accepted.exitCode()).isEqualTo(2);
    assertThat(accepted.err()).contains("bookAndClaim keeps credits in an account", "--site");
    assertThat(accept(TRANSFER, "--custody", "segregated").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "segregated --site urn:example:s:1, a site a first day and a last day",
    "segregated --site urn:example:s:1 --first 2026-01-01 --last 2026-12-31, leave the account out",
    "massBalance --site urn:example:s:1 --first 2026-01-01 --last 2027-12-31, at most a year",
    "massBalance --site urn:example:s:1 --first 2026-12-31 --last 2026-01-01, is before the first",
    "mixed, a chain-of-custody model is one of"
  })
  void a_custody_that_cannot_be_is_refused_before_anybody_is_asked(String custody, String words) {
    int before = town.exchange.askedAtAll();
    Shell.Result wrong = accept(TRANSFER, ("--custody " + custody).split(" "));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err().replace("site,", "site")).contains(words);
    assertThat(town.exchange.askedAtAll()).isEqualTo(before);
  }

  @Test
  void an_unknown_transfer_is_not_found() {
    Shell.Result refused =
        accept("urn:uuid:0192f1c4-8d3e-7000-8000-00000000ffff", "--custody", "segregated");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).startsWith("Not found");
  }

  @Test
  void what_is_no_transfer_cannot_be_accepted() {
    String batch = "urn:uuid:0192f1c4-8d3e-7000-8000-000000000102";
    publish("batch", "MaterialBatch", Readings.exampleText("material-batch.json"), batch);
    Shell.Result wrong = accept(batch, "--custody", "segregated");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("is a MaterialBatch, not a transfer");
  }

  @Test
  void an_expired_offer_is_refused_with_its_reason() {
    town.exchange.answerNext(POST, Canned.json(422, Claims.resource("/material/expired.json")));
    Shell.Result refused = acceptIntoAccount();
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out())
        .contains("not published", "until 2027-12-31. [material.expired]", "has not expired");
  }

  @Test
  void an_offer_that_the_log_does_not_prove_is_not_signed_for() {
    long before = town.exchange.asked(POST);
    Shell.Result unproved =
        acceptIntoAccount(
            "--log-key", NoteSigner.generate("exchange.example/log").verifierKey().format());
    assertThat(unproved.exitCode()).isEqualTo(3);
    assertThat(unproved.out()).contains("does not prove");
    assertThat(town.exchange.asked(POST)).isEqualTo(before);
  }
}
