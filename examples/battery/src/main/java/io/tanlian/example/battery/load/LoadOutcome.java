package io.tanlian.example.battery.load;

import java.util.List;

/** What came of loading a chain. */
public sealed interface LoadOutcome {

  /** What is on the ledger, in the order in which it was published. */
  List<LoadedStatement> statements();

  /** Everything is on the ledger. */
  record Complete(List<LoadedStatement> statements) implements LoadOutcome {
    public Complete {
      statements = List.copyOf(statements);
    }
  }

  /**
   * Something could not be published; loading again goes on from there.
   *
   * @param at what could not be done
   * @param why in plain English
   */
  record Stopped(List<LoadedStatement> statements, String at, String why) implements LoadOutcome {
    public Stopped {
      statements = List.copyOf(statements);
    }
  }
}
