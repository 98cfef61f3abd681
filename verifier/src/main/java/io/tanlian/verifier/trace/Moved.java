package io.tanlian.verifier.trace;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.stock.Movement;

/** A statement on the ledger that moved material. */
public record Moved(long index, Statement statement, Movement movement) {
  public StatementId id() {
    return statement.id();
  }
}
