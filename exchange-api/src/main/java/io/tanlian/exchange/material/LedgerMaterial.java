package io.tanlian.exchange.material;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.exchange.statement.KnownHoldings;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.verifier.state.StatementTags;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.trace.Holdings;
import io.tanlian.verifier.trace.MaterialRecords;
import io.tanlian.verifier.trace.Moved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what moved material from the ledger, by tags. */
@Component
public final class LedgerMaterial {
  /** Tags in one query. */
  private static final int TAGS_MAX = 500;

  private final Ledger ledger;
  private final RecordedStatements recorded;
  private final KnownHoldings known;

  /** What moved material on a ledger. */
  public LedgerMaterial(Ledger ledger, RecordedStatements recorded, KnownHoldings known) {
    this.ledger = ledger;
    this.recorded = recorded;
    this.known = known;
  }

  /** The ledger as it was at a tree size. */
  public AsOf asOf(long treeSize) {
    return new AsOf(treeSize);
  }

  /** What the first {@code treeSize} entries say. */
  public final class AsOf implements MaterialRecords {
    private final long treeSize;

    private AsOf(long treeSize) {
      this.treeSize = treeSize;
    }

    long treeSize() {
      return treeSize;
    }

    @Override
    public List<Moved> statements(Set<StatementId> ids) {
      return byTags(ids, StatementTags::statement).stream()
          .filter(moved -> ids.contains(moved.id()))
          .toList();
    }

    @Override
    public List<Moved> changesOf(Set<StatementId> ids) {
      return byTags(ids, StatementTags::material);
    }

    /** The statements with a tag that move material. */
    List<Moved> tagged(String tag) {
      return ledger.byTags(Set.of(Set.of(tag)), treeSize - 1).stream()
          .flatMap(entry -> moved(entry).stream())
          .toList();
    }

    /** The statements with a tag, whatever they are about. */
    List<Statement> statementsTagged(String tag) {
      return ledger.byTags(Set.of(Set.of(tag)), treeSize - 1).stream()
          .map(recorded::signedPart)
          .map(read -> read.statement())
          .toList();
    }

    Optional<Holding> holding(StatementId id) {
      return Optional.ofNullable(holdings(Set.of(id)).get(id));
    }

    Map<StatementId, Holding> holdings(Set<StatementId> ids) {
      Map<StatementId, Holding> fresh = new HashMap<>(known.of(ids));
      fresh.values().removeIf(holding -> holding.treeSize() > treeSize);
      List<Moved> changes = new ArrayList<>();
      Set<StatementId> unknown =
          ids.stream().filter(id -> !fresh.containsKey(id)).collect(Collectors.toSet());
      changes.addAll(changesOf(unknown));
      fresh
          .values()
          .forEach(holding ->
              ledger
                  .byTags(
                      Set.of(Set.of(StatementTags.material(holding.statement()))),
                      holding.treeSize(),
                      treeSize - 1)
                  .forEach(entry -> moved(entry).ifPresent(changes::add)));
      changes.sort(Comparator.comparingLong(Moved::index));
      return Holdings.of(ids, fresh, changes);
    }

    private List<Moved> byTags(Collection<StatementId> ids, Function<StatementId, String> tag) {
      Map<Long, Moved> found = new TreeMap<>();
      List<StatementId> all = List.copyOf(ids);
      for (int first = 0; first < all.size(); first += TAGS_MAX) {
        Set<Set<String>> criteria =
            all.subList(first, Math.min(first + TAGS_MAX, all.size())).stream()
                .map(tag)
                .map(Set::of)
                .collect(Collectors.toSet());
        ledger
            .byTags(criteria, treeSize - 1)
            .forEach(entry -> moved(entry).ifPresent(moved -> found.put(moved.index(), moved)));
      }
      return List.copyOf(found.values());
    }
  }

  private Optional<Moved> moved(SequencedEntry entry) {
    Statement statement = recorded.signedPart(entry).statement();
    return Movement.of(statement).map(movement -> new Moved(entry.index(), statement, movement));
  }
}
