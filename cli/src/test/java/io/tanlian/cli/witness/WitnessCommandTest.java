package io.tanlian.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.cli.world.Shell;
import io.tanlian.tlog.note.KeyType;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.tlog.witness.KnownLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessCommandTest {
  private static final NoteSigner LOG = NoteSigner.generate("log.example");

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @Test
  void a_new_key_is_for_its_owner_only_and_shows_its_verifier_key() throws IOException {
    Shell.Result made =
        Shell.run(
            "witness", "new-key", "--name", "witness.example/w1", "--out", shell.path("w.key"));

    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(Files.getPosixFilePermissions(folder.resolve("w.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    VerifierKey key = WitnessKeyFile.read(folder.resolve("w.key")).verifierKey();
    assertThat(key.type()).isEqualTo(KeyType.COSIGNATURE_V1);
    assertThat(made.out()).contains(key.format()).doesNotContain("PRIVATE+KEY");
  }

  @Test
  void a_name_that_no_key_can_have_is_refused() {
    Shell.Result refused =
        Shell.run("witness", "new-key", "--name", "two words", "--out", shell.path("w.key"));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--name: a key name must not hold spaces");
    assertThat(shell.has("w.key")).isFalse();
  }

  @Test
  void a_key_that_others_can_read_is_not_used() throws IOException {
    String key = shell.write("w.key", NoteSigner.generateWitness("w").formatSecret());
    Files.setPosixFilePermissions(Path.of(key), PosixFilePermissions.fromString("rw-r-----"));

    Shell.Result refused = serve(key);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("chmod 600").doesNotContain("PRIVATE+KEY");
  }

  @Test
  void a_log_s_key_is_not_used_to_cosign() {
    Shell.Result refused = serve(shell.write("log.key", LOG.formatSecret()));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("holds a log's key");
  }

  @Test
  void beyond_this_machine_it_takes_tls_or_a_word() {
    String key = shell.write("w.key", NoteSigner.generateWitness("w").formatSecret());

    Shell.Result refused = serve(key, "--address", "0.0.0.0");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--tls-certificate").contains("--plaintext");
  }

  @Test
  void a_witness_without_logs_asks_which() {
    String key = shell.write("w.key", NoteSigner.generateWitness("w").formatSecret());

    Shell.Result refused =
        Shell.run("witness", "serve", "--key", key, "--state", shell.path("state"));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("Which logs?");
    assertThat(shell.has("state")).isFalse();
  }

  @Test
  void logs_come_from_lines_with_a_key_and_an_origin_where_it_has_another_name() {
    VerifierKey old = NoteSigner.generate("log.example").verifierKey();
    VerifierKey other = NoteSigner.generate("key.example").verifierKey();
    KnownLogs logs = new KnownLogs();
    logs.add(LOG.verifierKey());
    logs.addLines(
        "# ours\n\n%s\n%s\n%s Other log of 2026\n"
            .formatted(LOG.verifierKey().format(), old.format(), other.format()));

    assertThat(logs.all())
        .containsExactly(
            new KnownLog("log.example", List.of(LOG.verifierKey(), old)),
            new KnownLog("Other log of 2026", List.of(other)));
    assertThatThrownBy(() -> logs.addLines("# ours\nnonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 2: ");
  }

  private Shell.Result serve(String key, String... more) {
    return Shell.run(
        List.of(
            "witness",
            "serve",
            "--key",
            key,
            "--state",
            shell.path("state"),
            "--log",
            LOG.verifierKey().format(),
            "--port",
            "0"),
        more);
  }
}
