package io.tanlian.contracts.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateNumbersTest {
  private static final CertificateNumbers RANGE = numbers("GO00012001", "GO00014000");

  @Test
  void overlap_if_one_certificate_is_in_both() {
    for (CertificateNumbers other :
        List.of(
            RANGE,
            numbers("GO00014000", null),
            numbers("GO00012001", null),
            numbers("GO00010000", "GO00012001"),
            numbers("GO00012500", "GO00012600"),
            numbers("GO00000001", "GO00020000"))) {
      assertThat(RANGE.overlap(other)).as("%s", other).isTrue();
      assertThat(other.overlap(RANGE)).as("%s", other).isTrue();
      assertThat(Collections.disjoint(RANGE.blocks(), other.blocks())).isFalse();
    }
  }

  @Test
  void of_another_range_series_or_registry_do_not_overlap() {
    for (CertificateNumbers other :
        List.of(
            numbers("GO00012000", null),
            numbers("GO00014001", "GO00015000"),
            numbers("GP00012001", "GP00014000"),
            numbers("GO", null),
            new CertificateNumbers("other.example", "GO00012001", null))) {
      assertThat(RANGE.overlap(other)).as("%s", other).isFalse();
      assertThat(other.overlap(RANGE)).as("%s", other).isFalse();
    }
  }

  @Test
  void are_the_same_with_and_without_zeros_before_the_digits() {
    assertThat(RANGE.overlap(numbers("GO12001", null))).isTrue();
    assertThat(numbers("0042", null).overlap(numbers("42", null))).isTrue();
    assertThat(numbers("0042", null).blocks()).isEqualTo(numbers("42", null).blocks());
  }

  @Test
  void of_a_hundred_thousand_certificates_lie_in_eleven_blocks_at_most() {
    assertThat(numbers("GO9999", "GO109998").blocks())
        .hasSize(11)
        .startsWith("registry.example/GO/0")
        .endsWith("registry.example/GO/10");
  }

  @Test
  void may_have_thirty_digits() {
    CertificateNumbers long30 =
        numbers("643002406801000000000000000001", "643002406801000000000000001000");

    assertThat(long30.overlap(numbers("643002406801000000000000001000", null))).isTrue();
    assertThat(long30.overlap(numbers("643002406801000000000000001001", null))).isFalse();
  }

  @Test
  void without_digits_stand_alone() {
    assertThat(numbers("AB", null).overlap(numbers("AB", null))).isTrue();
    assertThat(numbers("AB", null).overlap(numbers("AB0", null))).isFalse();
    assertThatThrownBy(() -> numbers("AB", "AC")).hasMessageContaining("is no range");
  }

  private static CertificateNumbers numbers(String first, @Nullable String last) {
    return new CertificateNumbers("registry.example", first, last);
  }
}
