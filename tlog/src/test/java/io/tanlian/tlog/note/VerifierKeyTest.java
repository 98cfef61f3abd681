package io.tanlian.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.MalformedException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierKeyTest {
  private static final String PETER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  /**
   * Keys that other implementations publish: Go's sumdb/note, C2SP signed-note,
   * transparency-dev/formats.
   */
  @ParameterizedTest
  @CsvSource({
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, c74f20a3, ED25519",
    "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop, af0cfe78, ED25519",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, 530d903a, ED25519",
    "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6, 7997405c, ED25519",
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2, da77ade7, COSIGNATURE_V1"
  })
  void has_the_key_id_that_others_computed(String text, String keyId, KeyType type) {
    VerifierKey key = VerifierKey.parse(text);

    assertThat(key.keyId()).isEqualTo(Integer.parseUnsignedInt(keyId, 16));
    assertThat(key.type()).isEqualTo(type);
    assertThat(key.format()).isEqualTo(text);
    assertThat(key).isEqualTo(VerifierKey.parse(text)).hasSameHashCodeAs(VerifierKey.parse(text));
  }

  @Test
  void is_refused_with_the_key_id_of_another_name() {
    assertRefused(PETER.replace("PeterNeumann", "EnochRoot"), "key ID of EnochRoot must be ");
  }

  @Test
  void is_refused_with_a_key_id_in_capitals() {
    assertRefused(PETER.replace("c74f20a3", "C74F20A3"), "key ID of PeterNeumann must be c74f20a3");
  }

  @Test
  void is_refused_without_three_parts() {
    assertRefused("PeterNeumann+c74f20a3", "a key is <name>+<key ID>+<base64 of type and key>");
  }

  @Test
  void is_refused_with_a_name_that_is_empty_or_has_a_space() {
    assertRefused(PETER.replace("PeterNeumann", ""), "a key name has 1 to 255 characters");
    assertRefused(
        PETER.replace("PeterNeumann", "P".repeat(256)), "a key name has 1 to 255 characters");
    assertRefused(
        PETER.replace("PeterNeumann", "Peter\u2003Neumann"), "a key name must not hold spaces");
  }

  @Test
  void is_refused_with_a_type_not_known_here() {
    assertRefused("m+00000000+" + base64(0x06, 1312), "not 06");
    assertRefused("m+00000000+", "a key must state its type");
  }

  @Test
  void is_refused_with_a_key_of_another_length() {
    assertRefused("m+00000000+" + base64(0x01, 31), "an Ed25519 key has 32 bytes, not 31");
    assertRefused("m+00000000+" + base64(0x01, 33), "an Ed25519 key has 32 bytes, not 33");
  }

  /** All zeros encode a point of order 4, under which a forged signature can verify. */
  @Test
  void is_refused_with_a_point_of_small_order() {
    assertRefused("m+00000000+" + base64(0x01, 32), "a point of Ed25519 with full order");
  }

  private static String base64(int type, int keyBytes) {
    byte[] bytes = new byte[1 + keyBytes];
    bytes[0] = (byte) type;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void assertRefused(String text, String words) {
    assertThatThrownBy(() -> VerifierKey.parse(text))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(words);
  }
}
