package io.tanlian.ledger.axon;

import io.tanlian.ledger.AppendOutcome;
import org.axonframework.common.AxonNonTransientException;

/** Carries an outcome other than success through Axon, which knows failures only as exceptions. */
public final class AppendNotDoneException extends AxonNonTransientException {
  private static final long serialVersionUID = 1L;

  private final transient AppendOutcome outcome;

  AppendNotDoneException(AppendOutcome outcome) {
    super("the entries were not appended: " + outcome);
    this.outcome = outcome;
  }

  public AppendOutcome outcome() {
    return outcome;
  }
}
