package io.tanlian.exchange.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.decision.History;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.state.StatementTags;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.trace.Holdings;
import io.tanlian.verifier.trace.Moved;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a statement is judged on. Of a batch that is used again and again it looks at each use once:
 * what was left before is known.
 */
@Component
public final class Grounds {
  private final RecordedStatements recorded;
  private final KnownHoldings holdings;
  private final HoldingsAhead ahead = new HoldingsAhead();

  /** Grounds from a ledger's statements, and from what is known to be left of batches. */
  public Grounds(RecordedStatements recorded, KnownHoldings holdings) {
    this.recorded = recorded;
    this.holdings = holdings;
  }

  /** What is known of the batches that the statement changes. */
  Map<StatementId, Holding> known(ReadStatement read) {
    return holdings.of(StatementTags.movedBy(read));
  }

  /** Everything the statement stands on; of batches that are known what changed them since. */
  static Boundary boundary(ReadStatement read, Collection<Holding> known) {
    Map<Set<String>, Long> from = new HashMap<>();
    StatementTags.sourcesOf(read).forEach(tag -> from.put(Set.of(tag), 0L));
    known.forEach(holding ->
        from.put(Set.of(StatementTags.material(holding.statement())), holding.treeSize()));
    return new Boundary(from);
  }

  /** The statement was accepted, and is what others will be judged on. */
  void accepted(ReadStatement read) {
    recorded.expect(read);
  }

  /** The state by these entries, all of them committed. */
  LedgerState of(ReadStatement read, List<SequencedEntry> entries) {
    return evolved(LedgerState.EMPTY, read, entries);
  }

  /**
   * The state to decide on.
   *
   * @param known with which the history was asked for
   */
  LedgerState of(ReadStatement read, Map<StatementId, Holding> known, History history) {
    Map<StatementId, Holding> newest = holdings.newest(known);
    Boundary since = boundary(read, newest.values());
    LedgerState state = LedgerState.EMPTY;
    List<SequencedEntry> committed = history.committed().stream().filter(since::reads).toList();
    for (Holding holding : moved(read, newest, committed).values()) {
      state = state.with(holding);
    }
    state = evolved(state, read, named(read, committed));
    holdings.learn(StatementTags.movedBy(read), state);
    return history.ahead().isEmpty() ? state : withAhead(state, read, history.ahead());
  }

  /**
   * What is left of the batches that the statement changes. Of a thousand uses of a batch none is
   * kept: they count for what they took, and nothing else.
   */
  private Map<StatementId, Holding> moved(
      ReadStatement read, Map<StatementId, Holding> known, List<SequencedEntry> committed) {
    return Holdings.of(
        StatementTags.movedBy(read),
        known,
        () -> committed.stream().flatMap(entry -> moved(entry).stream()).iterator());
  }

  /** The entries that count for more than what they do to those batches. */
  private static List<SequencedEntry> named(ReadStatement read, List<SequencedEntry> entries) {
    Set<String> named = new HashSet<>(StatementTags.sourcesOf(read));
    StatementTags.movedBy(read).forEach(id -> named.remove(StatementTags.material(id)));
    return entries.stream()
        .filter(entry -> !Collections.disjoint(entry.entry().tags(), named))
        .toList();
  }

  private LedgerState withAhead(
      LedgerState committed, ReadStatement read, List<SequencedEntry> entries) {
    LedgerState state = evolved(committed, read, named(read, entries));
    for (StatementId id : StatementTags.movedBy(read)) {
      Optional<Holding> holding = ahead.after(id, committed.holding(id), entries, this::moved);
      if (holding.isPresent()) {
        state = state.with(holding.get());
      }
    }
    return state;
  }

  private LedgerState evolved(LedgerState from, ReadStatement read, List<SequencedEntry> entries) {
    LedgerState state = from;
    for (SeenStatement seen : recorded.asSeenBy(read.statement().issuer(), entries)) {
      state = state.evolve(seen.index(), seen.read());
    }
    return state;
  }

  private Optional<Moved> moved(SequencedEntry entry) {
    Statement statement = recorded.signedPart(entry).statement();
    return Movement.of(statement).map(movement -> new Moved(entry.index(), statement, movement));
  }
}
