package io.tanlian.exchange.statement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.trace.Holdings;
import io.tanlian.verifier.trace.Moved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What will be left of batches after entries that are decided together and not committed yet, so
 * that the sixtieth of them need not look at the 59 before it.
 */
final class HoldingsAhead {
  private static final int BATCHES_MAX = 1_000;

  private final Cache<StatementId, After> newest =
      Caffeine.newBuilder().maximumSize(BATCHES_MAX).build();

  /**
   * A holding after an entry.
   *
   * @param last compared by identity: every attempt to append makes its entries anew, so it stands
   *     for all that was before it in this one
   */
  private record After(SequencedEntry last, Holding holding) {}

  /**
   * The holding after the entries.
   *
   * @param before by what is committed; none if nobody brought it yet
   * @param ahead not empty
   */
  Optional<Holding> after(
      StatementId id,
      Optional<Holding> before,
      List<SequencedEntry> ahead,
      Function<SequencedEntry, Optional<Moved>> moved) {
    After known = newest.getIfPresent(id);
    int start = known == null ? 0 : indexOf(known.last(), ahead) + 1;
    Optional<Holding> from = known == null || start == 0 ? before : Optional.of(known.holding());
    List<Moved> changes =
        ahead.subList(start, ahead.size()).stream().map(moved).flatMap(Optional::stream).toList();
    Map<StatementId, Holding> after =
        Holdings.of(Set.of(id), from.map(held -> Map.of(id, held)).orElseGet(Map::of), changes);
    Optional<Holding> holding = Optional.ofNullable(after.get(id));
    holding.ifPresent(held -> newest.put(id, new After(ahead.getLast(), held)));
    return holding;
  }

  /** From the end, where it is found at once; -1 if it is of another attempt. */
  @SuppressWarnings("ReferenceEquality")
  private static int indexOf(SequencedEntry entry, List<SequencedEntry> ahead) {
    for (int i = ahead.size() - 1; i >= 0; i--) {
      if (ahead.get(i) == entry) {
        return i;
      }
    }
    return -1;
  }
}
