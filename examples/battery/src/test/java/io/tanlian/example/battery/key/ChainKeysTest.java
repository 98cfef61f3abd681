package io.tanlian.example.battery.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainKeysTest {
  private final List<Company> companies = Chain.read().companies();
  private final SecureRandom random = new SecureRandom();

  @TempDir Path directory;

  @Test
  void every_company_has_a_key_of_its_own() {
    ChainKeys keys = ChainKeys.in(directory, companies, random);
    assertThat(companies.stream().map(company -> keys.of(company).publicKey().kid()))
        .doesNotHaveDuplicates()
        .hasSize(companies.size());
  }

  @Test
  void keys_made_at_the_first_run_are_used_again() {
    ChainKeys first = ChainKeys.in(directory, companies, random);
    ChainKeys second = ChainKeys.in(directory, companies, random);
    for (Company company : companies) {
      assertThat(second.of(company).publicKey()).isEqualTo(first.of(company).publicKey());
    }
  }

  @Test
  void only_the_owner_can_read_them() throws Exception {
    Path keys = directory.resolve("keys");
    ChainKeys.in(keys, companies, random);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    for (Company company : companies) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(ChainKeys.file(keys, company))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_damaged_key_file_is_named_and_never_replaced() throws Exception {
    ChainKeys.in(directory, companies, random);
    Path damaged = ChainKeys.file(directory, companies.getFirst());
    Files.writeString(damaged, "{}");
    assertThatThrownBy(() -> ChainKeys.in(directory, companies, random))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(damaged.getFileName().toString());
    assertThat(damaged).hasContent("{}");
  }
}
