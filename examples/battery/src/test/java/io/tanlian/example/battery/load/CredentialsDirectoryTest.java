package io.tanlian.example.battery.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ServerAddress;
import io.tanlian.contracts.participant.Role;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsDirectoryTest {
  private final Company company = Chain.read().company("cell-maker");
  private final VerifierKey log = NoteSigner.generate("log.example/demo").verifierKey();
  private final ClientLogin login = new ClientLogin("cell-maker-1", "not-a-real-secret");

  @TempDir Path directory;

  @Test
  void a_login_kept_for_an_exchange_is_used_there_again() {
    CredentialsDirectory kept = new CredentialsDirectory(directory);
    kept.keep(company, credentials("https://localhost:8443"));
    assertThat(kept.loginOf(company, Optional.of(log))).contains(login);
  }

  @Test
  void a_login_is_never_shown_to_an_exchange_with_another_log() {
    CredentialsDirectory kept = new CredentialsDirectory(directory);
    kept.keep(company, credentials("https://localhost:8443"));
    VerifierKey other = NoteSigner.generate("log.example/demo").verifierKey();
    assertThat(kept.loginOf(company, Optional.of(other))).isEmpty();
  }

  @Test
  void a_new_address_of_the_same_exchange_replaces_the_old_one() throws Exception {
    CredentialsDirectory kept = new CredentialsDirectory(directory);
    kept.keep(company, credentials("https://localhost:8443"));
    kept.keep(company, credentials("https://localhost:9443"));
    assertThat(Files.readString(kept.file(company))).contains("9443").doesNotContain("8443");
  }

  @Test
  void only_the_owner_can_read_a_secret() throws Exception {
    CredentialsDirectory kept = new CredentialsDirectory(directory);
    kept.keep(company, credentials("https://localhost:8443"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file(company))))
        .isEqualTo("rw-------");
  }

  private Credentials credentials(String server) {
    return new Credentials(
        ServerAddress.parse(server),
        Optional.empty(),
        Optional.of(login),
        Optional.of(log),
        Optional.of(company.id()),
        Optional.of(Role.SUPPLIER));
  }
}
