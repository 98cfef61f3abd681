package io.tanlian.exchange.ledger;

import java.io.Console;
import java.time.Duration;

/** How far the work has come, in one line that replaces itself, where a person watches. */
final class ProgressLine {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final boolean shown;
  private long shownAtNanos = System.nanoTime() - INTERVAL.toNanos();

  ProgressLine(boolean wanted) {
    this.shown = wanted && isWatched();
  }

  @SuppressWarnings("SystemConsoleNull") // it is null again since 25, where nobody watches
  private static boolean isWatched() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  synchronized void show(String line) {
    if (shown && System.nanoTime() - shownAtNanos > INTERVAL.toNanos()) {
      shownAtNanos = System.nanoTime();
      System.err.print("\r\u001B[K" + line);
      System.err.flush();
    }
  }

  synchronized void clear() {
    if (shown) {
      System.err.print("\r\u001B[K");
      System.err.flush();
    }
  }
}
