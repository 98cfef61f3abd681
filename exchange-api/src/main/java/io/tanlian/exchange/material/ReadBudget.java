package io.tanlian.exchange.material;

import io.tanlian.exchange.problem.QueryRefused;

/** What is left of a request's {@link ReadLimits}. For one thread. */
final class ReadBudget {
  private static final String REMEDY =
      "Ask for less: a lot instead of a statement, a statement nearer to what you look for, one"
          + " holder, or an earlier asOf. With a copy of the log an audit computes all of it.";

  private final ReadLimits limits;
  private int entries;
  private int statements;

  ReadBudget(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Counts entries that were read.
   *
   * @throws QueryRefused if they are too many by now
   */
  void read(int count) {
    entries += count;
    if (entries > limits.entriesMax()) {
      throw QueryRefused.tooLarge(
          "The answer takes more than %,d entries of the ledger.".formatted(limits.entriesMax()),
          REMEDY);
    }
  }

  /**
   * Counts a statement, or what it brought, that is kept until the answer is given.
   *
   * @throws QueryRefused if they are too many by now
   */
  <T> T keep(T statement) {
    statements++;
    if (statements > limits.statementsMax()) {
      throw QueryRefused.tooLarge(
          "The answer takes more than %,d statements.".formatted(limits.statementsMax()), REMEDY);
    }
    return statement;
  }
}
