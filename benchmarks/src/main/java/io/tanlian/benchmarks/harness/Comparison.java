package io.tanlian.benchmarks.harness;

/** One question of a suite. */
public interface Comparison {
  /** A short word to choose it by on the command line. */
  String word();

  Goal goal();

  /** Sets both sides up, each on a fresh database. */
  Contest open() throws Exception;
}
