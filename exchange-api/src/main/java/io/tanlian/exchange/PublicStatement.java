package io.tanlian.exchange;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.verifier.state.StatementEntry;
import java.util.List;

/** What every participant can read of an entry: its statement without the disclosures. */
public final class PublicStatement {

  private PublicStatement() {}

  /**
   * The statement in an entry of the ledger.
   *
   * @throws CorruptLedgerException if the entry holds none
   */
  public static Statement of(long index, Entry entry) {
    return switch (StatementReader.read(StatementEntry.statementIn(entry, List.of()))) {
      case Outcome.Accepted<ReadStatement>(ReadStatement read) -> read.statement();
      case Outcome.Refused<ReadStatement>(var problems) ->
          throw new CorruptLedgerException(
              index, "the statement cannot be read: " + problems.getFirst().detail());
    };
  }
}
