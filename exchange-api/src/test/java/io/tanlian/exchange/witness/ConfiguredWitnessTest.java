package io.tanlian.exchange.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.note.NoteSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredWitnessTest {
  private static final String KEY =
      "witness.example.com/w1+969980cf+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

  @Test
  void is_a_key_and_an_address() {
    ConfiguredWitness witness = ConfiguredWitness.parse(KEY + "=https://witness.example.com/w1");

    assertThat(witness.key().format()).isEqualTo(KEY);
    assertThat(witness.id()).isEqualTo("witness.example.com/w1+969980cf");
    assertThat(witness.addCheckpoint())
        .hasToString("https://witness.example.com/w1/add-checkpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://witness.example.com",
        "http://127.0.0.1.example.com",
        "https://user@witness.example.com",
        "https://witness.example.com/?a=b",
        "https://witness.example.com/#a",
        "https://witness.example.com/",
        "https:///path",
        "ftp://witness.example.com",
        ""
      })
  void is_refused_at_an_address_that_is_not_safe(String address) {
    assertThatThrownBy(() -> ConfiguredWitness.parse(KEY + "=" + address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://HOST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8445", "http://localhost", "http://[::1]:8445"})
  void may_be_plain_on_this_machine(String address) {
    assertThat(ConfiguredWitness.parse(KEY + "=" + address).submission()).hasToString(address);
  }

  @Test
  void has_a_witness_s_key() {
    String log = NoteSigner.generate("log.example").verifierKey().format();

    assertThatThrownBy(() -> ConfiguredWitness.parse(log + "=https://log.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its type must be 04");
  }
}
