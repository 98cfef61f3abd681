package io.tanlian.cli.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Readings;
import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.Correction;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectCommandTest {
  private static final String UNDONE = "urn:uuid:0192f1c4-8d3e-7000-8000-000000000105";
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

  private Claim published(String type, String claim) {
    Town.run(
        "publish",
        town.sign("undone", type, claim, "--id", UNDONE),
        "--credentials",
        town.shell.path("supplier.json"));
    return Readings.accepted(StrictJson.parse(claim).then(subject -> Claim.parse(type, subject)));
  }

  private Shell.Result correct(String... more) {
    return Shell.run(
        List.of(
            "material",
            "correct",
            UNDONE,
            "--reason",
            "weighed again",
            "--key",
            town.shell.path("supplier.jwk"),
            "--credentials",
            town.shell.path("supplier.json")),
        more);
  }

  private Correction correction() {
    Shell.Result corrected = correct("--out", town.shell.path("c.sd-jwt"));
    assertThat(corrected.exitCode()).as(corrected.out() + corrected.err()).isZero();
    SignedStatement signed =
        Readings.accepted(SignedStatement.parse(town.shell.read("c.sd-jwt").strip()));
    return ((Claim.Corrected) Readings.accepted(StatementReader.read(signed)).statement().claim())
        .correction();
  }

  @Test
  void a_processing_gives_back_exactly_what_it_used() {
    Processing undone =
        ((Claim.Processed) published("Processing", Readings.exampleText("processing.json")))
            .processing();
    assertThat(correction())
        .isEqualTo(
            new Correction(StatementId.parse(UNDONE), "weighed again", undone.allocations()));
    assertThat(town.shell.has("c.sd-jwt.receipt")).isTrue();
  }

  @Test
  void a_transfer_gives_back_what_was_offered() {
    Transfer undone =
        ((Claim.Offered) published("Transfer", Readings.exampleText("transfer.json"))).transfer();
    assertThat(correction().returned()).containsExactly(undone.allocation());
  }

  @Test
  void a_recovery_from_the_outside_gives_nothing_back() {
    published("RecoveryDeclaration", Readings.exampleText("recovery.json"));
    assertThat(correction().returned()).isEmpty();
  }

  @Test
  void what_is_returned_is_said() {
    published("Processing", Readings.exampleText("processing.json"));
    assertThat(correct().out())
        .contains("lot received-7: 441.553 kg, Ni postConsumer 98.6 kg", "receipt verified");
  }

  @Test
  void a_statement_that_moves_no_material_cannot_be_corrected_so() {
    published("Withdrawal", "{\"statement\":\"" + UNDONE + "\",\"reason\":\"x\"}");
    Shell.Result wrong = correct();
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("is a Withdrawal, which moves no material");
  }

  @Test
  void what_was_used_since_is_refused_with_its_reason() {
    published("Processing", Readings.exampleText("processing.json"));
    town.exchange.answerNext(
        "POST /v1/statements",
        Canned.json(
            409,
            """
            {"status":409,"code":"material.already-used","detail":"P-1 has been used.","errors":[
             {"code":"material.already-used","pointer":"/credentialSubject/statement",
              "detail":"P-1 has been used.","remedy":"Have what used it corrected first."}]}
            """));
    Shell.Result refused = correct();
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out())
        .contains("[material.already-used]", "Have what used it corrected first.");
  }

  @Test
  void an_unknown_statement_is_not_found() {
    assertThat(correct().exitCode()).isEqualTo(1);
    assertThat(correct("--json").out()).startsWith("{\"outcome\":\"refused\",\"status\":404");
  }
}
