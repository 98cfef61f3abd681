package io.tanlian.exchange.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretSealTest {
  private static final UUID CONNECTION = UUID.randomUUID();
  private final SecretSeal seal = new SecretSeal(new byte[32]);

  @Test
  void a_secret_opens_again_and_is_not_in_the_sealed_bytes() {
    byte[] sealed = seal.seal(CONNECTION, "s3cret");

    assertThat(seal.open(CONNECTION, sealed)).contains("s3cret");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
    assertThat(seal.seal(CONNECTION, "s3cret")).isNotEqualTo(sealed);
  }

  @Test
  void it_opens_for_no_other_connection_and_with_no_other_key() {
    byte[] sealed = seal.seal(CONNECTION, "s3cret");
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);

    assertThat(seal.open(UUID.randomUUID(), sealed)).isEmpty();
    assertThat(new SecretSeal(other).open(CONNECTION, sealed)).isEmpty();
  }

  @Test
  void a_changed_or_cut_one_does_not_open() {
    byte[] sealed = seal.seal(CONNECTION, "s3cret");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(seal.open(CONNECTION, changed)).as("byte " + i).isEmpty();
      assertThat(seal.open(CONNECTION, Arrays.copyOf(sealed, i))).as("length " + i).isEmpty();
    }
  }
}
