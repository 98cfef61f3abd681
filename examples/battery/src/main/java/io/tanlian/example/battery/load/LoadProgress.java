package io.tanlian.example.battery.load;

/** Told of each statement once it is on the ledger. */
@FunctionalInterface
public interface LoadProgress {

  /**
   * A statement is on the ledger.
   *
   * @param done how many are, this one included
   * @param total how many there will be
   */
  void loaded(LoadedStatement statement, int done, int total);
}
