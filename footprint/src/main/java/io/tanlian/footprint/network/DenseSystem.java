package io.tanlian.footprint.network;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A small dense matrix, factored once in 34 decimal digits: P A = L U with scaled partial pivoting
 * (Golub and Van Loan, Matrix Computations, section 3.4).
 */
final class DenseSystem {

  /**
   * A pivot smaller than this share of its row's largest entry means that the system has no single
   * solution: what is left of it is rounding noise of 34-digit arithmetic.
   */
  static final BigDecimal relativePivotMin = new BigDecimal("1e-24");

  /** L below the diagonal, whose own diagonal is 1, and U from the diagonal on. */
  private final BigDecimal[][] factors;

  /** The row of the matrix that stands in each row of the factors. */
  private final int[] origin;

  private DenseSystem(BigDecimal[][] factors, int[] origin) {
    this.factors = factors;
    this.origin = origin;
  }

  /** The factored matrix; empty if it is singular. */
  static Optional<DenseSystem> of(BigDecimal[][] matrix) {
    int size = matrix.length;
    BigDecimal[][] rows = new BigDecimal[size][];
    BigDecimal[] scale = new BigDecimal[size];
    int[] origin = new int[size];
    for (int row = 0; row < size; row++) {
      rows[row] = matrix[row].clone();
      scale[row] = largestOf(rows[row]);
      origin[row] = row;
      if (scale[row].signum() == 0) {
        return Optional.empty();
      }
    }
    DenseSystem system = new DenseSystem(rows, origin);
    for (int column = 0; column < size; column++) {
      int pivot = system.pivotRow(column, scale);
      if (system.relative(pivot, column, scale).compareTo(relativePivotMin) < 0) {
        return Optional.empty();
      }
      system.exchange(column, pivot);
      system.eliminateBelow(column);
    }
    return Optional.of(system);
  }

  /** The vector {@code x} with {@code A x = b}. */
  BigDecimal[] solve(BigDecimal[] b) {
    int size = factors.length;
    BigDecimal[] x = new BigDecimal[size];
    for (int row = 0; row < size; row++) {
      x[row] = b[origin[row]];
      for (int column = 0; column < row; column++) {
        x[row] = less(x[row], factors[row][column], x[column]);
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        x[row] = less(x[row], factors[row][column], x[column]);
      }
      x[row] = x[row].divide(factors[row][row], DECIMAL128);
    }
    return x;
  }

  /** The vector {@code x} with {@code A^T x = b}. */
  BigDecimal[] solveTransposed(BigDecimal[] b) {
    int size = factors.length;
    BigDecimal[] y = b.clone();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        y[row] = less(y[row], factors[column][row], y[column]);
      }
      y[row] = y[row].divide(factors[row][row], DECIMAL128);
    }
    BigDecimal[] x = new BigDecimal[size];
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        y[row] = less(y[row], factors[column][row], y[column]);
      }
      x[origin[row]] = y[row];
    }
    return x;
  }

  private int pivotRow(int column, BigDecimal[] scale) {
    int best = column;
    for (int row = column + 1; row < factors.length; row++) {
      if (relative(row, column, scale).compareTo(relative(best, column, scale)) > 0) {
        best = row;
      }
    }
    return best;
  }

  private BigDecimal relative(int row, int column, BigDecimal[] scale) {
    return factors[row][column].abs().divide(scale[origin[row]], DECIMAL128);
  }

  private void exchange(int first, int second) {
    BigDecimal[] row = factors[first];
    factors[first] = factors[second];
    factors[second] = row;
    int index = origin[first];
    origin[first] = origin[second];
    origin[second] = index;
  }

  private void eliminateBelow(int pivot) {
    for (int row = pivot + 1; row < factors.length; row++) {
      if (factors[row][pivot].signum() != 0) {
        BigDecimal factor = factors[row][pivot].divide(factors[pivot][pivot], DECIMAL128);
        factors[row][pivot] = factor;
        for (int column = pivot + 1; column < factors.length; column++) {
          factors[row][column] = less(factors[row][column], factor, factors[pivot][column]);
        }
      }
    }
  }

  private static BigDecimal less(BigDecimal value, BigDecimal factor, BigDecimal other) {
    return factor.signum() == 0 || other.signum() == 0
        ? value
        : value.subtract(factor.multiply(other, DECIMAL128), DECIMAL128);
  }

  private static BigDecimal largestOf(BigDecimal[] row) {
    BigDecimal largest = BigDecimal.ZERO;
    for (BigDecimal value : row) {
      largest = largest.max(value.abs());
    }
    return largest;
  }
}
