package io.tanlian.cli.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Shell;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {
  private static final String ID = "urn:uuid:0192f1c4-8d3e-7000-8000-000000000001";
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
    Shell.run("key", "new", "--out", shell.path("k.jwk"));
  }

  private Shell.Result sign(String claim, String... more) {
    return Shell.run(
        List.of(
            "sign",
            shell.write("claim.json", claim),
            "--type",
            "ProductFootprintDeclaration",
            "--key",
            shell.path("k.jwk"),
            "--issuer",
            "urn:lei:506700GE1G29325QX363",
            "--audience",
            "exchange.example/log",
            "--id",
            ID),
        more);
  }

  @Test
  void what_it_prints_is_a_statement_of_the_claim_that_conceals_the_figures() {
    Shell.Result signed = sign(Claims.declaration());
    assertThat(signed.exitCode()).isZero();
    Outcome<ReadStatement> read =
        SignedStatement.parse(signed.out().strip()).then(StatementReader::read);
    assertThat(read)
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            accepted -> {
              ReadStatement statement = (ReadStatement) accepted.value();
              assertThat(statement.statement().id().value()).isEqualTo(ID);
              assertThat(statement.statement().issuer())
                  .isEqualTo(ParticipantId.parse("urn:lei:506700GE1G29325QX363"));
              assertThat(statement.signed().disclosures()).isNotEmpty();
            });
  }

  @Test
  void every_problem_of_a_claim_is_shown_with_its_place_and_nothing_is_signed() {
    String broken =
        Claims.declaration()
            .replace("\"companyName\": \"Ningde Cathode Works\",", "")
            .replace("\"amount\": \"6500\"", "\"amount\": 6500");
    Shell.Result refused = sign(broken, "--out", shell.path("s.sd-jwt"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("companyName", "/inputs/1/amount");
    assertThat(shell.has("s.sd-jwt")).isFalse();

    Shell.Result json = sign(broken, "--json");
    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(json.out())
        .startsWith("{\"outcome\":\"refused\"")
        .contains("\"pointer\":\"/inputs/1/amount\"");
  }

  @Test
  void an_existing_file_is_not_overwritten() {
    String out = shell.write("s.sd-jwt", "mine");
    assertThat(sign(Claims.declaration(), "--out", out).exitCode()).isEqualTo(2);
    assertThat(shell.read("s.sd-jwt")).isEqualTo("mine");
  }

  @Test
  void who_claims_it_must_be_known() {
    Shell.Result lost =
        Shell.run(
            "sign",
            shell.write("claim.json", Claims.declaration()),
            "--type",
            "ProductFootprintDeclaration",
            "--key",
            shell.path("k.jwk"));
    assertThat(lost.exitCode()).isEqualTo(2);
    assertThat(lost.err()).contains("--issuer");
  }
}
