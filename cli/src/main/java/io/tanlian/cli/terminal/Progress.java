package io.tanlian.cli.terminal;

import java.io.Console;

/** Whether a person watches: only then a line that rewrites itself makes sense. */
final class Progress {
  private Progress() {}

  @SuppressWarnings("SystemConsoleNull") // it is null again since 25, where nobody watches
  static boolean isShown() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
