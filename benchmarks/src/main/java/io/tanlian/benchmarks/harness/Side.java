package io.tanlian.benchmarks.harness;

import java.time.Duration;

/** One side of a comparison, set up and ready to run. */
public interface Side extends AutoCloseable {
  /** Runs unmeasured, until compiled code and filled caches are what is measured later. */
  default void warmUp(Duration time) throws Exception {
    turn(time);
  }

  /**
   * Runs once and measures.
   *
   * @param time about how long; a side with a fixed amount of work runs as long as that takes
   */
  Turn turn(Duration time) throws Exception;

  /** Gives back what was set up. */
  @Override
  default void close() {}
}
