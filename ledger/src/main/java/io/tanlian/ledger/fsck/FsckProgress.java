package io.tanlian.ledger.fsck;

import java.time.Duration;

/**
 * How far a check has come.
 *
 * @param step what is being checked
 * @param done of {@code total}, in entries or rows of that step
 * @param elapsed since the step began
 */
public record FsckProgress(Step step, long done, long total, Duration elapsed) {

  /** The steps, in their order. */
  public enum Step {
    ENTRIES("entries, tiles and checkpoints"),
    EVENTS("event ids"),
    TAGS("tag index");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public double perSecond() {
    return done / Math.max(elapsed.toNanos() / 1e9, 1e-9);
  }
}
