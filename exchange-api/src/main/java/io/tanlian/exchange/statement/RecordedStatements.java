package io.tanlian.exchange.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.entry.EntryCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads statements back from the ledger. */
@Component
public final class RecordedStatements {

  private final Ledger ledger;

  RecordedStatements(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The statement with all disclosures that are kept, whoever may see them. */
  Optional<RecordedStatement> find(StatementId statement) {
    var index = ledger.indexOf(statement.uuid());
    return index.isPresent() ? Optional.of(at(index.getAsLong())) : Optional.empty();
  }

  /** The statement at an index, as far as somebody who was granted {@code parts} may see it. */
  public RecordedStatement at(long index, Set<GrantedPart> parts) {
    return at(index).restrictedTo(parts);
  }

  private RecordedStatement at(long index) {
    SequencedEntry entry =
        ledger
            .entry(index)
            .orElseThrow(() -> new CorruptLedgerException(index, "the entry is missing"));
    return new RecordedStatement(
        entry, MerkleTree.leafHash(EntryCodec.encode(entry.entry())), whole(entry));
  }

  /** The statement of an entry with all disclosures that are kept. */
  ReadStatement whole(SequencedEntry entry) {
    List<String> disclosures =
        ledger.attachment(entry.index()).map(DisclosureAttachment::decode).orElse(List.of());
    return read(entry.index(), new SignedStatement(jwt(entry), disclosures));
  }

  /** The statement of an entry without its disclosures. */
  public static ReadStatement withoutDisclosures(SequencedEntry entry) {
    return read(entry.index(), new SignedStatement(jwt(entry), List.of()));
  }

  static String jwt(SequencedEntry entry) {
    return new String(entry.entry().payload(), StandardCharsets.US_ASCII);
  }

  static ReadStatement read(long index, SignedStatement signed) {
    return switch (StatementReader.read(signed)) {
      case Outcome.Accepted<ReadStatement>(ReadStatement read) -> read;
      case Outcome.Refused<ReadStatement>(var problems) ->
          throw new CorruptLedgerException(
              index, "the statement cannot be read: " + problems.getFirst().detail());
    };
  }
}
