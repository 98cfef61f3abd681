package io.tanlian.ledger.replay;

import java.time.Duration;

/**
 * How far a rebuild has come.
 *
 * @param before how many entries earlier runs had applied already
 * @param applied how many this run has applied
 * @param size the tree size to reach
 * @param elapsed since this run began
 */
public record RebuildProgress(long before, long applied, long size, Duration elapsed) {

  public double entriesPerSecond() {
    return applied / Math.max(elapsed.toNanos() / 1e9, 1e-9);
  }
}
