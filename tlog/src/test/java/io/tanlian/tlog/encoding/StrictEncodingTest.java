package io.tanlian.tlog.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.MalformedException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictEncodingTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 20_852_163, Long.MAX_VALUE})
  void a_decimal_is_read_from_its_one_spelling(long number) {
    assertThat(StrictDecimal.parse(Long.toString(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "01",
        "+1",
        "-0",
        " 1",
        "1 ",
        "1e3",
        "0x1",
        "1_0",
        "\u0661",
        "\uFF11",
        "9223372036854775808",
        "10000000000000000000",
        "18446744073709551617"
      })
  void a_decimal_in_another_spelling_or_beyond_63_bits_is_refused(String text) {
    assertThatThrownBy(() -> StrictDecimal.parse(text)).isInstanceOf(MalformedException.class);
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({"'',''", "66,Zg==", "666f,Zm8=", "666f6f,Zm9v", "666f6f62,Zm9vYg=="})
  void base64_is_that_of_the_rfc(String hex, String base64) {
    assertThat(StrictBase64.encode(HexFormat.of().parseHex(hex))).isEqualTo(base64);
    assertThat(StrictBase64.decode(base64)).isEqualTo(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zg", "Zg=", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm9v====", "_-8=", "Z"})
  void base64_in_another_spelling_is_refused(String text) {
    assertThatThrownBy(() -> StrictBase64.decode(text)).isInstanceOf(MalformedException.class);
  }

  /**
   * A lone continuation, an overlong slash, a surrogate, a cut sequence, a code point beyond
   * U+10FFFF.
   */
  @ParameterizedTest
  @ValueSource(strings = {"80", "c0af", "eda080", "e282", "f4908080", "ff"})
  void bytes_that_are_not_utf_8_are_refused(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThatThrownBy(() -> StrictUtf8.decode(bytes)).hasMessage("text is not valid UTF-8");
  }

  @Test
  void utf_8_comes_back_as_it_went() {
    String text = "\u0000 a \u00e9 \u2014 \u78b3\u94fe \uD83D\uDD0B";

    assertThat(StrictUtf8.decode(StrictUtf8.encode(text))).isEqualTo(text);
    assertThatThrownBy(() -> StrictUtf8.encode("\uDD0B\uD83D"))
        .hasMessage("text must not hold a lone surrogate");
  }
}
