package io.tanlian.verifier.audit;

/**
 * Consecutive entries of the ledger.
 *
 * @param first index of the first
 * @param end index after the last
 */
public record IndexRange(long first, long end) {
  public IndexRange {
    if (first < 0 || end <= first) {
      throw new IllegalArgumentException("not a range of indexes: [%d, %d)".formatted(first, end));
    }
  }

  public static IndexRange at(long index) {
    return new IndexRange(index, index + 1);
  }

  long length() {
    return end - first;
  }

  /** {@code index 7} or {@code indexes 0 to 255}. */
  @Override
  public String toString() {
    return length() == 1 ? "index " + first : "indexes %d to %d".formatted(first, end - 1);
  }
}
