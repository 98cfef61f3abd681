package io.tanlian.footprint.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DenseSystemTest {

  private static BigDecimal[][] rows(String... rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row.split(" ")).map(BigDecimal::new).toArray(BigDecimal[]::new))
        .toArray(BigDecimal[][]::new);
  }

  private static BigDecimal[] solved(BigDecimal[][] a, BigDecimal[][] b) {
    return Arrays.stream(DenseSystem.solve(a, b).orElseThrow())
        .flatMap(Arrays::stream)
        .toArray(BigDecimal[]::new);
  }

  @Test
  void solves_for_every_right_hand_side() {
    assertThat(solved(rows("2 1", "1 4"), rows("5 1", "13 0.5")))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(rows("1 0.5 3 0")[0]);
  }

  @Test
  void exchanges_rows_where_the_diagonal_is_zero() {
    assertThat(solved(rows("0 1", "4 0"), rows("7", "2")))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(rows("0.5 7")[0]);
  }

  @Test
  void scales_rows_of_very_different_size() {
    assertThat(solved(rows("1e-30 1e-30", "1e30 -1e30"), rows("2e-30", "0")))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(rows("1 1")[0]);
  }

  @Test
  void finds_no_solution_of_a_singular_system() {
    assertThat(DenseSystem.solve(rows("1 2", "2 4"), rows("1", "2"))).isEmpty();
    assertThat(DenseSystem.solve(rows("0 0", "2 4"), rows("1", "2"))).isEmpty();
    assertThat(
            DenseSystem.solve(
                rows("3 1", "1 0.3333333333333333333333333333333333"), rows("1", "1")))
        .isEmpty();
  }

  @Test
  void leaves_its_arguments_as_they_are() {
    BigDecimal[][] a = rows("2 1", "1 3");
    BigDecimal[][] b = rows("5", "10");

    DenseSystem.solve(a, b);

    assertThat(a).isDeepEqualTo(rows("2 1", "1 3"));
    assertThat(b).isDeepEqualTo(rows("5", "10"));
  }
}
