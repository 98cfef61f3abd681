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
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads what moved material from the ledger, by tags, page by page. */
@Component
public final class LedgerMaterial {
  /** Tags in one query. */
  private static final int TAGS_MAX = 500;

  private final Ledger ledger;
  private final RecordedStatements recorded;
  private final KnownHoldings known;
  private final ReadLimits limits;

  /** What moved material on a ledger. */
  @Autowired
  public LedgerMaterial(Ledger ledger, RecordedStatements recorded, KnownHoldings known) {
    this(ledger, recorded, known, ReadLimits.DEFAULT);
  }

  LedgerMaterial(
      Ledger ledger, RecordedStatements recorded, KnownHoldings known, ReadLimits limits) {
    this.ledger = ledger;
    this.recorded = recorded;
    this.known = known;
    this.limits = limits;
  }

  /** The ledger as it was at a tree size, for one request. */
  public AsOf asOf(long treeSize) {
    return new AsOf(treeSize);
  }

  /**
   * What the first {@code treeSize} entries say. Every read throws {@code QueryRefused} when the
   * request has had its {@link ReadLimits}. For one thread.
   */
  public final class AsOf implements MaterialRecords {
    private final long treeSize;
    private final ReadBudget budget = new ReadBudget(limits);

    private AsOf(long treeSize) {
      this.treeSize = treeSize;
    }

    long treeSize() {
      return treeSize;
    }

    @Override
    public List<Moved> statements(Set<StatementId> ids) {
      return moved(tags(ids, StatementTags::statement), 0)
          .filter(moved -> ids.contains(moved.id()))
          .sorted(Comparator.comparingLong(Moved::index))
          .toList();
    }

    @Override
    public Iterable<Moved> changesOf(Set<StatementId> ids) {
      return () -> moved(tags(ids, StatementTags::material), 0).iterator();
    }

    /** The statements with a tag that move material, those of them that are wanted. */
    List<Moved> tagged(String tag, Predicate<Moved> wanted) {
      return moved(List.of(Set.of(tag)), 0).filter(wanted).map(budget::keep).toList();
    }

    /** The statements with a tag, whatever they are about. */
    List<Statement> statementsTagged(String tag) {
      return entries(List.of(Set.of(tag)), 0)
          .map(budget::keep)
          .map(entry -> recorded.signedPart(entry).statement())
          .toList();
    }

    Optional<Holding> holding(StatementId id) {
      return Optional.ofNullable(holdings(Set.of(id)).get(id));
    }

    /** What the statements brought, and what is left of it. */
    Map<StatementId, Holding> holdings(Collection<StatementId> ids) {
      Map<StatementId, Holding> holdings = new HashMap<>(known.of(Set.copyOf(ids)));
      holdings.values().removeIf(holding -> holding.treeSize() > treeSize);
      Set<StatementId> unknown =
          ids.stream().filter(id -> !holdings.containsKey(id)).collect(Collectors.toSet());
      holdings.replaceAll((id, holding) ->
          after(Set.of(id), Map.of(id, holding), holding.treeSize()).getOrDefault(id, holding));
      for (Set<StatementId> some : inGroups(unknown)) {
        holdings.putAll(after(some, Map.of(), 0));
      }
      return holdings;
    }

    /**
     * What the statements with a tag brought, those of them that are wanted, by index.
     *
     * @param since the index that they have at least
     */
    List<Holding> holdingsTagged(String tag, long since, Predicate<Holding> wanted) {
      List<Holding> found = new ArrayList<>();
      Set<StatementId> some = new HashSet<>();
      Iterator<Moved> tagged = moved(List.of(Set.of(tag)), since).iterator();
      while (tagged.hasNext()) {
        some.add(tagged.next().id());
        if (some.size() == TAGS_MAX || !tagged.hasNext()) {
          holdings(some).values().stream().filter(wanted).map(budget::keep).forEach(found::add);
          some.clear();
        }
      }
      found.sort(Comparator.comparingLong(Holding::index));
      return found;
    }

    /** Holdings with all their changes since an index. Several must be as old as each other. */
    private Map<StatementId, Holding> after(
        Set<StatementId> ids, Map<StatementId, Holding> before, long since) {
      return Holdings.of(
          ids, before, () -> moved(tags(ids, StatementTags::material), since).iterator());
    }

    private Stream<Moved> moved(List<Set<String>> groups, long since) {
      return entries(groups, since).flatMap(entry -> LedgerMaterial.this.moved(entry).stream());
    }

    /** Read as they are taken, so that only a page is in memory. */
    private Stream<SequencedEntry> entries(List<Set<String>> groups, long since) {
      Iterable<SequencedEntry> pages =
          () -> new EntryPages(ledger, budget, groups, since, treeSize);
      return StreamSupport.stream(pages.spliterator(), false);
    }
  }

  private static List<Set<String>> tags(
      Collection<StatementId> ids, Function<StatementId, String> tag) {
    return inGroups(ids.stream().map(tag).toList());
  }

  /** As many at a time as one query takes. */
  private static <T> List<Set<T>> inGroups(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<Set<T>> groups = new ArrayList<>();
    for (int first = 0; first < list.size(); first += TAGS_MAX) {
      groups.add(Set.copyOf(list.subList(first, Math.min(first + TAGS_MAX, list.size()))));
    }
    return groups;
  }

  private Optional<Moved> moved(SequencedEntry entry) {
    Statement statement = recorded.signedPart(entry).statement();
    return Movement.of(statement).map(movement -> new Moved(entry.index(), statement, movement));
  }
}
