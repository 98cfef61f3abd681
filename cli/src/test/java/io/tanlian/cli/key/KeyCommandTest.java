package io.tanlian.cli.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Shell;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.problem.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCommandTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  private static PublicKey publicKey(String jwk) {
    return switch (StrictJson.parse(jwk).then(PublicKey::parse)) {
      case Outcome.Accepted<PublicKey>(PublicKey key) -> key;
      case Outcome.Refused<PublicKey> refused -> throw new AssertionError(refused);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "ES256"})
  void a_new_key_is_for_its_owner_only_and_shows_its_public_part(String algorithm)
      throws IOException {
    Shell.Result made =
        Shell.run("key", "new", "--algorithm", algorithm, "--out", shell.path("k.jwk"));
    assertThat(made.exitCode()).isZero();
    assertThat(Files.getPosixFilePermissions(folder.resolve("k.jwk")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    Shell.Result shown = Shell.run("key", "show", shell.path("k.jwk"));
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).doesNotContain("\"d\"");
    PublicKey key = publicKey(shown.out());
    assertThat(key.algorithm().joseName()).isEqualTo(algorithm);
    assertThat(made.out()).contains(key.kid()).doesNotContain("\"d\"");
    assertThat(shown.err()).contains(key.kid());

    shell.write("k.pub.jwk", shown.out());
    assertThat(Shell.run("key", "show", shell.path("k.pub.jwk")).out()).isEqualTo(shown.out());
  }

  @Test
  void a_key_is_never_overwritten() {
    String file = shell.write("k.jwk", "precious");
    Shell.Result again = Shell.run("key", "new", "--out", file);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("never overwritten");
    assertThat(shell.read("k.jwk")).isEqualTo("precious");
  }

  @Test
  void a_proof_shows_possession_for_one_participant_on_one_log() {
    Shell.run("key", "new", "--out", shell.path("k.jwk"));
    PublicKey key = publicKey(Shell.run("key", "show", shell.path("k.jwk")).out());
    Shell.Result proved =
        Shell.run(
            "key",
            "proof",
            shell.path("k.jwk"),
            "--participant",
            "urn:lei:506700GE1G29325QX363",
            "--log",
            "exchange.example/log");
    ParticipantId supplier = ParticipantId.parse("urn:lei:506700GE1G29325QX363");
    String proof = proved.out().strip();
    assertThat(KeyProof.check(proof, key, supplier, "exchange.example/log"))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(KeyProof.check(proof, key, supplier, "other.example/log"))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_private_key_that_others_can_read_is_warned_of() throws IOException {
    Shell.run("key", "new", "--out", shell.path("k.jwk"));
    Files.setPosixFilePermissions(
        folder.resolve("k.jwk"), PosixFilePermissions.fromString("rw-r--r--"));
    Shell.Result proved =
        Shell.run(
            "key",
            "proof",
            shell.path("k.jwk"),
            "--participant",
            "did:web:a.example",
            "--log",
            "l");
    assertThat(proved.exitCode()).isZero();
    assertThat(proved.err()).contains("chmod 600");
  }

  @Test
  void a_file_that_is_no_key_is_refused_in_words() {
    assertThat(Shell.run("key", "show", shell.path("none.jwk")).err())
        .startsWith("tanlian: There is no file");
    Shell.Result wrong = Shell.run("key", "show", shell.write("w.jwk", "{\"kty\":\"RSA\"}"));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("OKP").doesNotContain("Exception");
  }

  @Test
  void programs_get_json() {
    Shell.Result made = Shell.run("key", "new", "--out", shell.path("k.jwk"), "--json");
    assertThat(made.out()).startsWith("{\"outcome\":\"made\"").doesNotContain("\"d\"");
    assertThat(made.out().lines()).hasSize(1);
  }
}
