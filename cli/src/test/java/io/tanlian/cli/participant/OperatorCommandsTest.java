package io.tanlian.cli.participant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorCommandsTest {
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

  @Test
  void the_credentials_handed_out_are_complete_and_for_their_owner_only() throws IOException {
    assertThat(Files.getPosixFilePermissions(folder.resolve("supplier.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(town.shell.read("supplier.json"))
        .contains(
            town.exchange.fingerprint().toString(),
            town.exchange.logKey().format(),
            Town.SUPPLIER,
            "shown-once");
  }

  @Test
  void a_client_is_not_made_where_its_file_could_not_be_written() {
    long before = town.exchange.asked("POST /v1/clients");
    Shell.Result again =
        Shell.run(
            "client",
            "new",
            "--participant",
            Town.SUPPLIER,
            "--role",
            "supplier",
            "--out",
            town.shell.path("supplier.json"),
            "--credentials",
            town.shell.path("operator.json"));
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(town.exchange.asked("POST /v1/clients")).isEqualTo(before);
  }

  @Test
  void a_key_is_not_enrolled_on_the_proof_of_another() {
    long before = town.exchange.asked("POST /v1/statements");
    Shell.Result wrong =
        Shell.run(
            "enrol",
            Town.SUPPLIER,
            "--public-key",
            town.shell.path("supplier.pub.jwk"),
            "--proof",
            town.shell.path("operator.proof"),
            "--key",
            town.shell.path("operator.jwk"),
            "--credentials",
            town.shell.path("operator.json"));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("proof of possession does not hold");
    assertThat(town.exchange.asked("POST /v1/statements")).isEqualTo(before);
  }

  @Test
  void a_rule_pack_is_published_with_a_receipt_that_verifies() {
    Shell.Result published =
        Shell.run(
            "publish-pack",
            "eu-2023-1542-2031",
            "--key",
            town.shell.path("operator.jwk"),
            "--credentials",
            town.shell.path("operator.json"),
            "--out",
            town.shell.path("pack.sd-jwt"));
    assertThat(published.exitCode()).as(published.err()).isZero();
    assertThat(published.out()).contains("Rule pack eu-2023-1542-2031, version 1");
    assertThat(
            Shell.run(
                    "receipt",
                    "verify",
                    town.shell.path("pack.sd-jwt.receipt"),
                    "--statement",
                    town.shell.path("pack.sd-jwt"),
                    "--credentials",
                    town.shell.path("operator.json"))
                .exitCode())
        .isZero();
    assertThat(
            Shell.run(
                    "publish-pack",
                    "eu-1999",
                    "--key",
                    town.shell.path("operator.jwk"),
                    "--credentials",
                    town.shell.path("operator.json"))
                .err())
        .contains("There is no rule pack eu-1999");
  }

  @Test
  void an_enrolment_is_kept_with_a_receipt_that_verifies() {
    assertThat(
            Shell.run(
                    "receipt",
                    "verify",
                    town.shell.path("supplier.enrolment.receipt"),
                    "--statement",
                    town.shell.path("supplier.enrolment"),
                    "--log-key",
                    town.exchange.logKey().format())
                .exitCode())
        .isZero();
  }

  @Test
  void what_the_exchange_refuses_is_said_with_its_reason() {
    town.exchange.answerNext(
        "POST /v1/statements",
        Canned.json(
            409,
            """
            {"status":409,"code":"participant.already-admitted","detail":"Admitted at index 2.",
             "errors":[]}
            """));
    Shell.Result refused =
        Shell.run(
            "admit",
            Town.SUPPLIER,
            "--name",
            "Ningde Cathode Works",
            "--role",
            "supplier",
            "--key",
            town.shell.path("operator.jwk"),
            "--credentials",
            town.shell.path("operator.json"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("Admitted at index 2. [participant.already-admitted]");
  }
}
