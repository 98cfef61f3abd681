package io.tanlian.footprint.network;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Solves a small dense linear system in 34 decimal digits: Gauss-Jordan elimination with row
 * scaling and partial pivoting.
 */
final class DenseSystem {

  /**
   * A pivot smaller than this share of its row's largest entry means that the system has no single
   * solution: what is left of it is rounding noise of 34-digit arithmetic.
   */
  static final BigDecimal relativePivotMin = new BigDecimal("1e-24");

  private DenseSystem() {}

  /**
   * The matrix {@code x} with {@code a x = b}; empty if {@code a} is singular.
   *
   * @param a square, row by row
   * @param b as many rows as {@code a}, a column for each right-hand side
   */
  static Optional<BigDecimal[][]> solve(BigDecimal[][] a, BigDecimal[][] b) {
    int size = a.length;
    BigDecimal[][] left = new BigDecimal[size][];
    BigDecimal[][] right = new BigDecimal[size][];
    for (int row = 0; row < size; row++) {
      BigDecimal largest = largestOf(a[row]);
      if (largest.signum() == 0) {
        return Optional.empty();
      }
      left[row] = divided(a[row], largest, 0);
      right[row] = divided(b[row], largest, 0);
    }
    for (int column = 0; column < size; column++) {
      int pivotRow = rowWithLargest(left, column);
      if (left[pivotRow][column].abs().compareTo(relativePivotMin) < 0) {
        return Optional.empty();
      }
      swap(left, column, pivotRow);
      swap(right, column, pivotRow);
      BigDecimal pivot = left[column][column];
      left[column] = divided(left[column], pivot, column);
      right[column] = divided(right[column], pivot, 0);
      for (int row = 0; row < size; row++) {
        BigDecimal factor = left[row][column];
        if (row != column && factor.signum() != 0) {
          subtract(left[row], left[column], factor, column);
          subtract(right[row], right[column], factor, 0);
        }
      }
    }
    return Optional.of(right);
  }

  private static BigDecimal largestOf(BigDecimal[] row) {
    BigDecimal largest = BigDecimal.ZERO;
    for (BigDecimal value : row) {
      largest = largest.max(value.abs());
    }
    return largest;
  }

  private static int rowWithLargest(BigDecimal[][] matrix, int column) {
    int best = column;
    for (int row = column + 1; row < matrix.length; row++) {
      if (matrix[row][column].abs().compareTo(matrix[best][column].abs()) > 0) {
        best = row;
      }
    }
    return best;
  }

  private static void swap(BigDecimal[][] rows, int first, int second) {
    BigDecimal[] kept = rows[first];
    rows[first] = rows[second];
    rows[second] = kept;
  }

  private static BigDecimal[] divided(BigDecimal[] row, BigDecimal by, int from) {
    BigDecimal[] result = row.clone();
    for (int column = from; column < row.length; column++) {
      if (row[column].signum() != 0) {
        result[column] = row[column].divide(by, DECIMAL128);
      }
    }
    return result;
  }

  private static void subtract(BigDecimal[] row, BigDecimal[] other, BigDecimal factor, int from) {
    for (int column = from; column < row.length; column++) {
      if (other[column].signum() != 0) {
        row[column] = row[column].subtract(other[column].multiply(factor, DECIMAL128), DECIMAL128);
      }
    }
  }
}
