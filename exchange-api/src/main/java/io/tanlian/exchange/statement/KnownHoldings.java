package io.tanlian.exchange.statement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.stock.Holding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What is left of the batches that were used lately, so that the thousandth use of a batch need not
 * look at the 999 before it. What is here is never wrong, only old: the ledger is append-only, and
 * a holding says up to which entry it is true.
 */
@Component
public final class KnownHoldings {
  /** Of batches; each takes about half a kilobyte. */
  private static final int BATCHES_MAX = 50_000;

  private final Cache<StatementId, Holding> holdings =
      Caffeine.newBuilder()
          .maximumWeight(BATCHES_MAX)
          .weigher((StatementId _, Holding holding) -> 1 + holding.stocks().size())
          .build();

  /** Those that are known of these. */
  public Map<StatementId, Holding> of(Set<StatementId> statements) {
    return holdings.getAllPresent(statements);
  }

  /** These, or what is known by now. */
  Map<StatementId, Holding> newest(Map<StatementId, Holding> known) {
    Map<StatementId, Holding> newest = new HashMap<>(known);
    of(known.keySet()).forEach((id, holding) -> newest.merge(id, holding, KnownHoldings::newer));
    return newest;
  }

  /**
   * Learns what a state knows in full of these.
   *
   * @param state of committed entries only: what may yet be appended at another index, or not at
   *     all, would be counted twice or for nothing
   */
  void learn(Collection<StatementId> statements, LedgerState state) {
    for (StatementId statement : statements) {
      state
          .holding(statement)
          .ifPresent(holding -> holdings.asMap().merge(statement, holding, KnownHoldings::newer));
    }
  }

  private static Holding newer(Holding known, Holding learned) {
    return learned.treeSize() > known.treeSize() ? learned : known;
  }
}
