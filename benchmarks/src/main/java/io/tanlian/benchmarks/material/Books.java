package io.tanlian.benchmarks.material;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.verifier.state.StatementEntry;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.stock.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of every batch, from every entry of the ledger and nothing that the admission
 * remembers.
 */
final class Books {
  private final Ledger ledger;
  private final Map<StatementId, Holding> holdings = new HashMap<>();
  private long read;

  Books(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Reads what is new, and counts.
   *
   * @return grams of nickel that are used of batches with so much nickel each
   * @throws IllegalStateException if more is used of a batch than there is
   */
  long used() {
    List<SequencedEntry> page = ledger.entries(read, Ledger.PAGE_ENTRIES_MAX);
    while (!page.isEmpty()) {
      page.forEach(this::enter);
      read += page.size();
      page = ledger.entries(read, Ledger.PAGE_ENTRIES_MAX);
    }
    return holdings.values().stream()
        .flatMap(holding -> holding.stocks().values().stream())
        .mapToLong(stock -> stock.used().of(Nickel.RECYCLED))
        .sum();
  }

  private void enter(SequencedEntry entry) {
    Statement statement = statement(entry);
    Movement.of(statement)
        .ifPresent(movement -> {
          if (!movement.brings().isEmpty()) {
            holdings.put(statement.id(), Holding.broughtBy(entry.index(), statement, movement));
          }
          movement.changes().forEach(id -> use(id, entry.index(), movement));
        });
  }

  private void use(StatementId id, long index, Movement movement) {
    Holding holding = holdings.get(id);
    if (holding == null) {
      throw new IllegalStateException("entry %d uses what nobody brought".formatted(index));
    }
    Holding after = holding.after(index, movement);
    for (Stock stock : after.stocks().values()) {
      if (!stock.left().isPossible()) {
        throw new IllegalStateException(
            "entry %d draws more than is left: %s".formatted(index, stock));
      }
    }
    holdings.put(id, after);
  }

  private static Statement statement(SequencedEntry entry) {
    return switch (StatementReader.read(StatementEntry.statementIn(entry.entry(), List.of()))) {
      case Outcome.Accepted<ReadStatement>(ReadStatement statement) -> statement.statement();
      case Outcome.Refused<ReadStatement> refused ->
          throw new IllegalStateException("entry %d: %s".formatted(entry.index(), refused));
    };
  }
}
