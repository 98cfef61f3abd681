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

  private static BigDecimal[] row(String values) {
    return rows(values)[0];
  }

  private static void assertSame(BigDecimal[] actual, String expected) {
    assertThat(actual).usingElementComparator(BigDecimal::compareTo).containsExactly(row(expected));
  }

  private static DenseSystem factored(String... rows) {
    return DenseSystem.of(rows(rows)).orElseThrow();
  }

  @Test
  void solves_a_system_for_every_right_hand_side() {
    DenseSystem system = factored("2 1", "1 4");

    assertSame(system.solve(row("5 13")), "1 3");
    assertSame(system.solve(row("1 0.5")), "0.5 0");
  }

  @Test
  void solves_the_transposed_system_with_exchanged_rows() {
    DenseSystem system = factored("0 2 1", "4 0 0", "1 0 2");

    assertSame(system.solve(row("7 4 5")), "1 2.5 2");
    // 4 x2 + x3 = 2, 2 x1 = 2, x1 + 2 x3 = 7
    assertSame(system.solveTransposed(row("2 2 7")), "1 -0.25 3");
  }

  @Test
  void solves_rows_of_very_different_size() {
    assertSame(factored("1e-30 1e-30", "1e30 -1e30").solve(row("2e-30 0")), "1 1");
  }

  @Test
  void finds_no_solution_of_a_singular_system() {
    assertThat(DenseSystem.of(rows("1 2", "2 4"))).isEmpty();
    assertThat(DenseSystem.of(rows("0 0", "2 4"))).isEmpty();
    assertThat(DenseSystem.of(rows("3 1", "1 0.3333333333333333333333333333333333"))).isEmpty();
  }

  @Test
  void leaves_the_matrix_as_it_is() {
    BigDecimal[][] matrix = rows("2 1", "1 3");

    DenseSystem.of(matrix);

    assertThat(matrix).isDeepEqualTo(rows("2 1", "1 3"));
  }
}
