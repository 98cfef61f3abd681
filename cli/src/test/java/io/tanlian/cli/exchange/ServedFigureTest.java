package io.tanlian.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedFigureTest {

  @Test
  void has_all_the_digits_of_a_quotient() {
    String third = "-0.0000001" + "3".repeat(34);
    assertThat(ServedFigure.parse(third)).contains(new BigDecimal(third));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483647", "1E-2147483647", "1e3", "", "unknown", "+1", "NaN"})
  void is_nothing_but_a_plain_decimal(String text) {
    assertThat(ServedFigure.parse(text)).isEmpty();
  }

  @Test
  void has_a_limit() {
    assertThat(ServedFigure.parse("1".repeat(ServedFigure.charsMax))).isPresent();
    assertThat(ServedFigure.parse("1".repeat(ServedFigure.charsMax + 1))).isEmpty();
  }
}
