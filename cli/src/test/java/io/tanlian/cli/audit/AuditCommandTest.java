package io.tanlian.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import io.tanlian.tlog.note.NoteSigner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
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

  private Shell.Result audit(String... more) {
    return Shell.run(
        List.of(
            "audit",
            "--out",
            town.shell.path("audit"),
            "--credentials",
            town.shell.path("operator.json")),
        more);
  }

  @Test
  void an_honest_exchange_is_clean() {
    Shell.Result clean = audit("--receipt", town.shell.path("supplier.enrolment.receipt"));
    assertThat(clean.exitCode()).as(clean.out() + clean.err()).isZero();
    assertThat(clean.out()).contains("4 entries", "clean");
    assertThat(town.shell.has("audit/report.json")).isTrue();
  }

  @Test
  void a_changed_byte_is_found_and_placed() {
    town.exchange.corrupt(2);
    Shell.Result tampered = audit("--receipt", town.shell.path("supplier.enrolment.receipt"));
    assertThat(tampered.exitCode()).as(tampered.out() + tampered.err()).isEqualTo(3);
    assertThat(tampered.out()).contains("TAMPERED");
  }

  @Test
  void an_entry_rewritten_after_an_audit_is_found_by_the_next() {
    audit();
    town.exchange.corrupt(2);
    Shell.Result tampered = audit("--json");
    assertThat(tampered.exitCode()).isEqualTo(3);
    assertThat(tampered.out().lines()).hasSize(1);
    assertThat(tampered.out()).contains("\"exitCode\":3", "\"firstIndex\":2");
  }

  @Test
  void an_exchange_that_owns_up_to_damage_is_tampered_too() {
    town.exchange.answerNext(
        "GET /tile/entries/000.p/4",
        Canned.json(
            500,
            "{\"status\":500,\"code\":\"ledger.corrupt\",\"detail\":\"Entry 1.\",\"index\":1}"));
    assertThat(audit().exitCode()).isEqualTo(3);
  }

  @Test
  void without_a_log_key_it_says_where_to_get_one_and_asks_nobody() {
    town.shell.write(
        "keyless.json",
        town.shell.read("operator.json").replaceAll("\"logKey\" : \"[^\"]*\",", ""));
    int before = town.exchange.askedAtAll();
    List<String> keyless =
        List.of(
            "audit",
            "--out",
            town.shell.path("audit"),
            "--credentials",
            town.shell.path("keyless.json"));
    Shell.Result refused = Shell.run(keyless);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("the operator published", "Do not take it from the server");
    assertThat(town.exchange.askedAtAll()).isEqualTo(before);

    audit();
    assertThat(Shell.run(keyless).exitCode())
        .as("the folder remembers the key of its first audit")
        .isZero();
  }

  @Test
  void a_folder_is_bound_to_the_key_of_its_first_audit() {
    audit();
    Shell.Result other =
        audit("--log-key", NoteSigner.generate("exchange.example/log").verifierKey().format());
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("another key");
  }

  @Test
  void an_exchange_that_does_not_answer_is_no_evidence_of_anything() {
    town.exchange.close();
    Shell.Result lost = audit();
    assertThat(lost.exitCode()).isEqualTo(2);
    assertThat(lost.out()).contains("Nobody answers");
  }
}
