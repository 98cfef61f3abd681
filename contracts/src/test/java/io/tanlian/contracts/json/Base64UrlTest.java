package io.tanlian.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

  @Test
  void bytes_come_back_whatever_they_are() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(Base64Url.decode(Base64Url.encode(bytes)))
          .as("seed %d, length %d", seed, length)
          .hasValue(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"QQ==", "QR", "Q", "+/8A", "QU JD", "QUJD\n", "QUJDé", "QUJ~"})
  void other_spellings_are_refused(String text) {
    assertThat(Base64Url.decode(text)).isEmpty();
  }
}
