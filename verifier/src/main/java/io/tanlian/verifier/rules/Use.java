package io.tanlian.verifier.rules;

import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.stock.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One allocation of the statement at hand, and the batch it is of.
 *
 * @param pointer to where the statement names it
 * @param holding of the statement that brought the batch, if there is one
 */
record Use(Allocation allocation, String pointer, Optional<Holding> holding) {

  static List<Use> of(Case at) {
    if (at.claim() instanceof Claim.Recovered(var recovery)) {
      List<Use> uses = new ArrayList<>();
      for (int i = 0; i < recovery.feed().size(); i++) {
        FeedLot lot = recovery.feed().get(i);
        String pointer = "%s/feed/%d/batch".formatted(Case.SUBJECT, i);
        lot.allocation().ifPresent(used -> uses.add(of(at, used, pointer)));
      }
      return uses;
    }
    List<Allocation> used = Movement.of(at.statement()).map(Movement::uses).orElseGet(List::of);
    boolean single = at.claim() instanceof Claim.Offered || at.claim() instanceof Claim.Accepted;
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      String pointer = single ? "/source" : "/allocations/" + i;
      uses.add(of(at, used.get(i), Case.SUBJECT + pointer));
    }
    return uses;
  }

  /**
   * Those of the issuer's own batches. What another participant's batch is like is told by nothing
   * but its own entries.
   */
  static List<Use> ofOwn(Case at) {
    return of(at).stream()
        .filter(use -> use.holding.map(Holding::holder).filter(at.issuer()::equals).isPresent())
        .toList();
  }

  /** The batch; none if no earlier statement brought it. */
  Optional<Stock> stock() {
    return holding.flatMap(held -> held.stock(allocation.batch().lot()));
  }

  private static Use of(Case at, Allocation allocation, String pointer) {
    return new Use(allocation, pointer, at.state().holding(allocation.batch().statement()));
  }
}
