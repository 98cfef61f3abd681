package io.tanlian.contracts.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmTest {
  static final List<SignatureAlgorithm> ALL = SignatureAlgorithm.ALL;

  private static final byte[] MESSAGE = "12.5 kg CO2e per kWh".getBytes(UTF_8);

  /** RFC 6979 appendix A.2.5. */
  private static final byte[] RFC_6979_KEY =
      hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");

  private static final BigInteger P256_ORDER =
      new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);

  @Test
  void es256_signs_as_rfc_6979_appendix_a_2_5_says() {
    assertThat(SignatureAlgorithm.ES256.sign(RFC_6979_KEY, "sample".getBytes(UTF_8)))
        .isEqualTo(
            hex(
                "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                    + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"));
    assertThat(SignatureAlgorithm.ES256.publicKeyOf(RFC_6979_KEY))
        .isEqualTo(
            hex(
                "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
                    + "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));
  }

  @Test
  void ed25519_signs_as_rfc_8032_section_7_1_test_3_says() {
    assertThat(
            SignatureAlgorithm.ED25519.sign(
                hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"),
                hex("af82")))
        .isEqualTo(
            hex(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void any_flipped_bit_of_a_signature_breaks_it(SignatureAlgorithm algorithm) {
    byte[] privateKey = algorithm.generate(new SecureRandom());
    byte[] publicKey = algorithm.publicKeyOf(privateKey);
    byte[] signature = algorithm.sign(privateKey, MESSAGE);
    assertThat(algorithm.verify(publicKey, MESSAGE, signature)).isTrue();
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(algorithm.verify(publicKey, MESSAGE, flipped)).as("bit %d", bit).isFalse();
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_signature_of_another_length_is_no_signature(SignatureAlgorithm algorithm) {
    byte[] privateKey = algorithm.generate(new SecureRandom());
    byte[] publicKey = algorithm.publicKeyOf(privateKey);
    byte[] signature = algorithm.sign(privateKey, MESSAGE);
    for (int length : new int[] {0, 63, 65, 72}) {
      assertThat(algorithm.verify(publicKey, MESSAGE, Arrays.copyOf(signature, length))).isFalse();
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_key_of_another_length_verifies_nothing(SignatureAlgorithm algorithm) {
    assertThat(algorithm.verify(new byte[33], MESSAGE, new byte[64])).isFalse();
    assertThat(algorithm.isPublicKey(new byte[33])).isFalse();
    assertThat(algorithm.isPrivateKey(new byte[31])).isFalse();
  }

  @Test
  void an_es256_signature_whose_r_or_s_is_out_of_range_is_refused() {
    byte[] publicKey = SignatureAlgorithm.ES256.publicKeyOf(RFC_6979_KEY);
    byte[] good = SignatureAlgorithm.ES256.sign(RFC_6979_KEY, MESSAGE);
    for (BigInteger outOfRange : List.of(BigInteger.ZERO, P256_ORDER)) {
      for (int half = 0; half < 2; half++) {
        byte[] bad = good.clone();
        byte[] value = new byte[32];
        byte[] digits = outOfRange.toByteArray();
        int from = Math.max(0, digits.length - 32);
        System.arraycopy(digits, from, value, 32 - (digits.length - from), digits.length - from);
        System.arraycopy(value, 0, bad, 32 * half, 32);
        assertThat(SignatureAlgorithm.ES256.verify(publicKey, MESSAGE, bad)).isFalse();
      }
    }
    assertThat(SignatureAlgorithm.ES256.verify(publicKey, MESSAGE, new byte[64])).isFalse();
  }

  @Test
  void an_ed25519_signature_whose_scalar_is_not_reduced_is_refused() {
    byte[] privateKey = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    byte[] signature = SignatureAlgorithm.ED25519.sign(privateKey, MESSAGE);
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    byte[] scalar = Arrays.copyOfRange(signature, 32, 64);
    byte[] larger = reversed(new BigInteger(1, reversed(scalar)).add(order).toByteArray());
    System.arraycopy(Arrays.copyOf(larger, 32), 0, signature, 32, 32);
    assertThat(
            SignatureAlgorithm.ED25519.verify(
                SignatureAlgorithm.ED25519.publicKeyOf(privateKey), MESSAGE, signature))
        .isFalse();
  }

  @Test
  void an_es256_private_key_lies_between_nought_and_the_order() {
    byte[] order = Arrays.copyOfRange(P256_ORDER.toByteArray(), 1, 33);
    assertThat(SignatureAlgorithm.ES256.isPrivateKey(order)).isFalse();
    assertThat(SignatureAlgorithm.ES256.isPrivateKey(new byte[32])).isFalse();
    order[31]--;
    assertThat(SignatureAlgorithm.ES256.isPrivateKey(order)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "EdDSA", "HS256", "RS256", "ES384", "es256", "ED25519", ""})
  void other_algorithms_have_no_name_here(String name) {
    assertThat(SignatureAlgorithm.named(name)).isEmpty();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
