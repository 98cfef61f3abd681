package io.tanlian.verifier.state;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.tlog.entry.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The ledger entry of a statement. All but its time follows from the statement: the event id is the
 * statement's UUID, the payload is the signed JWT as received, without disclosures.
 */
public final class StatementEntry {
  private StatementEntry() {}

  /**
   * The entry to append.
   *
   * @param time when the exchange took the statement, in whole microseconds
   */
  public static Entry of(ReadStatement read, Instant time) {
    return Entry.of(
        read.statement().id().uuid(),
        read.statement().type().entryType(),
        StatementType.VERSION,
        time,
        StatementTags.of(read),
        Map.of(),
        read.signed().jwt().getBytes(US_ASCII));
  }

  /** The statement that an entry carries, with the disclosures given. */
  public static SignedStatement statementIn(Entry entry, List<String> disclosures) {
    return new SignedStatement(new String(entry.payload(), US_ASCII), disclosures);
  }
}
