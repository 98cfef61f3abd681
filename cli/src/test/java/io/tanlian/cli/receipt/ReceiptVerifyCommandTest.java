package io.tanlian.cli.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.Town;
import io.tanlian.tlog.note.NoteSigner;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptVerifyCommandTest {
  @TempDir private Path folder;
  private Town town;

  @BeforeEach
  void open() {
    town = new Town(folder);
    town.exchange.close();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Shell.Result verify(String receipt, String statement, String logKey) {
    return Shell.run(
        "receipt",
        "verify",
        town.shell.path(receipt),
        "--statement",
        town.shell.path(statement),
        "--log-key",
        logKey);
  }

  private Shell.Result verify(String receipt, String statement) {
    return verify(receipt, statement, town.exchange.logKey().format());
  }

  @Test
  void a_receipt_holds_for_its_own_statement_without_any_exchange() {
    Shell.Result proved = verify("supplier.enrolment.receipt", "supplier.enrolment");
    assertThat(proved.exitCode()).isZero();
    assertThat(proved.out()).contains("exchange.example/log", "io.tanlian.KeyEnrolled");
  }

  @Test
  void and_for_no_other_statement() {
    assertThat(verify("supplier.enrolment.receipt", "operator.enrolment").exitCode()).isEqualTo(3);
  }

  @Test
  void and_not_when_one_character_of_the_statement_changed() {
    String changed = town.shell.read("supplier.enrolment");
    char middle = changed.charAt(200);
    town.shell.write(
        "changed",
        changed.substring(0, 200) + (middle == 'A' ? 'B' : 'A') + changed.substring(201));
    assertThat(verify("supplier.enrolment.receipt", "changed").exitCode()).isEqualTo(3);
  }

  @Test
  void and_not_under_another_key_of_the_same_name() {
    String other = NoteSigner.generate("exchange.example/log").verifierKey().format();
    Shell.Result unproved = verify("supplier.enrolment.receipt", "supplier.enrolment", other);
    assertThat(unproved.exitCode()).isEqualTo(3);
    assertThat(unproved.out()).startsWith("Not proved");
  }

  @Test
  void and_not_at_another_index() {
    town.shell.write(
        "moved.receipt",
        town.shell.read("supplier.enrolment.receipt").replace("\nindex 3\n", "\nindex 2\n"));
    assertThat(verify("moved.receipt", "supplier.enrolment").exitCode()).isEqualTo(3);
  }

  @Test
  void and_needs_a_log_key() {
    Shell.Result lost =
        Shell.run(
            "receipt",
            "verify",
            town.shell.path("supplier.enrolment.receipt"),
            "--statement",
            town.shell.path("supplier.enrolment"));
    assertThat(lost.exitCode()).isEqualTo(2);
    assertThat(lost.err()).contains("No log key is pinned", "--log-key");
  }
}
