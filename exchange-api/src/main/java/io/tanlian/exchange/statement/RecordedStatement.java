package io.tanlian.exchange.statement;

import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.Hash;
import java.util.Set;

/**
 * A statement on the ledger, with those of its disclosures that are kept and were asked for.
 *
 * @param leafHash of its entry
 */
public record RecordedStatement(SequencedEntry entry, Hash leafHash, ReadStatement read) {

  public long index() {
    return entry.index();
  }

  /** The same statement with only the disclosures of {@code parts}. */
  RecordedStatement restrictedTo(Set<GrantedPart> parts) {
    return new RecordedStatement(
        entry, leafHash, RecordedStatements.read(entry.index(), read.restrictTo(parts)));
  }
}
