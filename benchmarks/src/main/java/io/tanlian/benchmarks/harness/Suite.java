package io.tanlian.benchmarks.harness;

import io.tanlian.benchmarks.database.BenchmarkServer;
import java.util.List;

/** Comparisons that belong together: one command, one file of results. */
public interface Suite extends AutoCloseable {
  /** Its command, and the name of its files of results. */
  String word();

  /** What it is about, in a line. */
  String title();

  /**
   * What it asks, in the order it is run.
   *
   * @param server that every side uses
   * @param quick with less data, so that all of it takes under three minutes
   */
  List<Comparison> comparisons(BenchmarkServer server, boolean quick);

  /** Gives back what its comparisons share. */
  @Override
  default void close() {}
}
