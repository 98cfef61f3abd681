package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.TradeHistory.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Books kept beside the ledger: of each material and origin what came in from outside, what was
 * claimed and what was lost. They know nothing of holdings.
 *
 * @param gained of it what recoveries weighed more than they had taken from batches
 * @param weighedHere what recoveries took that was not on the ledger before
 */
record Books(Amounts outside, Amounts claimed, Amounts lost, Amounts gained, Amounts weighedHere) {
  private static final Books EMPTY =
      new Books(Amounts.NONE, Amounts.NONE, Amounts.NONE, Amounts.NONE, Amounts.NONE);

  /** The books of all that was not corrected. */
  static Books of(List<Entry> movements) {
    Set<StatementId> corrected =
        movements.stream()
            .map(Entry::claim)
            .filter(Claim.Corrected.class::isInstance)
            .map(claim -> ((Claim.Corrected) claim).correction().statement())
            .collect(Collectors.toSet());
    return movements.stream()
        .filter(entry -> !corrected.contains(entry.id()))
        .map(entry -> of(entry.claim()))
        .reduce(EMPTY, Books::plus);
  }

  private static Books of(Claim claim) {
    return switch (claim) {
      case Claim.Batched(var batch) when batch.source() != BatchSource.RECOVERED ->
          new Books(
              Amounts.of(batch.batch().contents()),
              Amounts.NONE,
              Amounts.NONE,
              Amounts.NONE,
              Amounts.NONE);
      case Claim.Recovered(var recovery) -> {
        Amounts fed = fed(recovery.feed().stream().filter(lot -> lot.batch() != null).toList());
        Amounts here = fed(recovery.feed().stream().filter(lot -> lot.batch() == null).toList());
        Amounts net = recovered(recovery.recovered()).minus(fed);
        Amounts gain = positive(net);
        yield new Books(gain, Amounts.NONE, gain.minus(net), gain, here);
      }
      case Claim.Processed(var processing) ->
          new Books(
              Amounts.NONE,
              Amounts.NONE,
              Amounts.of(processing.losses()),
              Amounts.NONE,
              Amounts.NONE);
      case Claim.Claimed(var content) ->
          new Books(
              Amounts.NONE,
              content.allocations().stream()
                  .map(use -> Amounts.of(use.contents()))
                  .reduce(Amounts.NONE, Amounts::plus),
              Amounts.NONE,
              Amounts.NONE,
              Amounts.NONE);
      default -> EMPTY;
    };
  }

  private static Amounts fed(Collection<FeedLot> lots) {
    return lots.stream().map(lot -> Amounts.of(lot.contents())).reduce(Amounts.NONE, Amounts::plus);
  }

  private static Amounts recovered(Collection<Batch> lots) {
    return lots.stream().map(lot -> Amounts.of(lot.contents())).reduce(Amounts.NONE, Amounts::plus);
  }

  private static Amounts positive(Amounts net) {
    TreeMap<MaterialOrigin, Long> contents = new TreeMap<>(net.contents());
    contents.values().removeIf(grams -> grams < 0);
    return new Amounts(0, contents);
  }

  private Books plus(Books other) {
    return new Books(
        outside.plus(other.outside),
        claimed.plus(other.claimed),
        lost.plus(other.lost),
        gained.plus(other.gained),
        weighedHere.plus(other.weighedHere));
  }
}
