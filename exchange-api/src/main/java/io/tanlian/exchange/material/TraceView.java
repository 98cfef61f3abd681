package io.tanlian.exchange.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.IdentityCode;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.trace.Moved;
import io.tanlian.verifier.trace.Trace;
import java.util.List;
import java.util.Optional;

/**
 * The way of material: who did what with it, in order.
 *
 * @param complete false if there is more than one answer holds
 */
record TraceView(String direction, List<StepView> steps, boolean complete, long treeSize) {

  static TraceView of(Trace trace, long treeSize) {
    return new TraceView(
        trace.direction().wireName(),
        trace.steps().stream().map(StepView::of).toList(),
        trace.complete(),
        treeSize);
  }

  /**
   * One statement on the way.
   *
   * @param route secondLife where used batteries serve again, regeneration where they are recovered
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record StepView(
      int tier,
      long index,
      String statement,
      String type,
      String issuer,
      String holder,
      Optional<String> route,
      Optional<String> product,
      List<UseView> uses,
      List<BroughtView> brings,
      List<String> identities) {
    static StepView of(Trace.Step step) {
      Moved moved = step.moved();
      Claim claim = moved.statement().claim();
      return new StepView(
          step.tier(),
          moved.index(),
          moved.id().value(),
          claim.type(),
          moved.statement().issuer().value(),
          moved.movement().holder().value(),
          route(claim),
          claim instanceof Claim.Claimed(var claimed)
              ? Optional.of(claimed.product().value())
              : Optional.empty(),
          moved.movement().uses().stream().map(UseView::of).toList(),
          moved.movement().brings().stream().map(BroughtView::of).toList(),
          claim instanceof Claim.Claimed(var claimed)
              ? claimed.identities().stream().map(IdentityCode::value).toList()
              : List.of());
    }

    private static Optional<String> route(Claim claim) {
      return switch (claim) {
        case Claim.Recovered _ -> Optional.of("regeneration");
        case Claim.Processed(var processing) -> Optional.of(processing.use().wireName());
        default -> Optional.empty();
      };
    }
  }

  /** Some of an earlier batch. */
  record UseView(String statement, String lot, String mass, List<Amount> contents) {
    static UseView of(Allocation use) {
      Amounts amounts = Amounts.of(use);
      return new UseView(
          use.batch().statement().value(),
          use.batch().lot(),
          Amounts.kilograms(amounts.mass()),
          Amount.all(amounts));
    }
  }

  /** A batch that began. */
  record BroughtView(
      String lot, String product, String mass, List<Amount> contents, List<String> identities) {
    static BroughtView of(Batch batch) {
      Amounts amounts = Amounts.of(batch);
      return new BroughtView(
          batch.lot(),
          batch.product().value(),
          Amounts.kilograms(amounts.mass()),
          Amount.all(amounts),
          batch.identities().stream().map(IdentityCode::value).toList());
    }
  }
}
