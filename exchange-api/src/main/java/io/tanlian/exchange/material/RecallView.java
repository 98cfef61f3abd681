package io.tanlian.exchange.material;

import io.tanlian.contracts.material.IdentityCode;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Stock;
import io.tanlian.verifier.trace.Moved;
import io.tanlian.verifier.trace.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Where material of a batch may be now.
 *
 * @param products that were claimed to hold it
 * @param secondLife batteries that serve again
 * @param stocks what is left of batches, and who holds them
 * @param complete false if there is more than one answer holds
 */
record RecallView(
    List<ProductView> products,
    List<SecondLifeView> secondLife,
    List<StockView> stocks,
    boolean complete,
    long treeSize) {

  static RecallView of(Trace forward, Collection<Holding> holdings, long treeSize) {
    return new RecallView(
        forward.of(Claim.Claimed.class).map(step -> ProductView.of(step.moved())).toList(),
        forward
            .of(Claim.Processed.class)
            .map(Trace.Step::moved)
            .flatMap(moved -> SecondLifeView.of(moved).stream())
            .toList(),
        holdings.stream()
            .sorted(Comparator.comparingLong(Holding::index))
            .flatMap(holding -> StockView.of(holding).stream())
            .toList(),
        forward.complete(),
        treeSize);
  }

  /** A product that was claimed to hold some. */
  record ProductView(
      String product,
      String plant,
      String year,
      String issuer,
      String claim,
      long index,
      List<String> identities) {
    static ProductView of(Moved moved) {
      var claim = ((Claim.Claimed) moved.statement().claim()).content();
      return new ProductView(
          claim.product().value(),
          claim.plant().value(),
          claim.year().toString(),
          moved.statement().issuer().value(),
          moved.id().value(),
          moved.index(),
          claim.identities().stream().map(IdentityCode::value).toList());
    }
  }

  /** A used battery that serves again. */
  record SecondLifeView(
      String product, String lot, String holder, String statement, List<String> identities) {
    static List<SecondLifeView> of(Moved moved) {
      var processing = ((Claim.Processed) moved.statement().claim()).processing();
      return processing.use() == ProcessingUse.SECOND_LIFE
          ? processing.batches().stream()
              .map(batch ->
                  new SecondLifeView(
                      batch.product().value(),
                      batch.lot(),
                      moved.movement().holder().value(),
                      moved.id().value(),
                      batch.identities().stream().map(IdentityCode::value).toList()))
              .toList()
          : List.of();
    }
  }

  /** What is left of a batch. */
  record StockView(
      String statement,
      String lot,
      String product,
      String holder,
      String massLeft,
      boolean offered) {
    static List<StockView> of(Holding holding) {
      List<StockView> left = new ArrayList<>();
      for (Stock stock : holding.stocks().values()) {
        if (stock.left().mass() > 0) {
          left.add(
              new StockView(
                  holding.statement().value(),
                  stock.batch().lot(),
                  stock.batch().product().value(),
                  holding.holder().value(),
                  Amounts.kilograms(stock.left().mass()),
                  holding.type() == StatementType.TRANSFER));
        }
      }
      left.sort(Comparator.comparing(StockView::lot));
      return left;
    }
  }
}
