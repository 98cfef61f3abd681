package io.tanlian.benchmarks;

/** How a benchmark ends. */
final class ExitCodes {
  /** Every reach is met. */
  static final int REACHED = 0;

  /** It was measured, and not every reach is met. */
  static final int NOT_REACHED = 1;

  /** It could not be measured. */
  static final int COULD_NOT_RUN = 2;

  private ExitCodes() {}
}
