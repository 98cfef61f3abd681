package io.tanlian.verifier.trace;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.verifier.stock.Holding;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What became of what statements brought. */
public final class Holdings {
  private Holdings() {}

  /**
   * The holdings of the statements.
   *
   * @param known those that are known up to their tree size
   * @param changes by index: all that changed them since; of those not known all that did, and the
   *     statements themselves
   */
  public static Map<StatementId, Holding> of(
      Set<StatementId> statements, Map<StatementId, Holding> known, Iterable<Moved> changes) {
    Map<StatementId, Holding> holdings = new HashMap<>(known);
    for (Moved moved : changes) {
      if (statements.contains(moved.id())) {
        holdings.putIfAbsent(
            moved.id(), Holding.broughtBy(moved.index(), moved.statement(), moved.movement()));
      }
      for (StatementId changed : moved.movement().changes()) {
        holdings.computeIfPresent(
            changed, (_, holding) -> holding.after(moved.index(), moved.movement()));
      }
    }
    return holdings;
  }
}
