package io.tanlian.footprint.rollup;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.network.Plan;
import io.tanlian.footprint.network.Refusal;
import io.tanlian.footprint.network.Solution;
import io.tanlian.footprint.network.Solution.Solved;
import io.tanlian.footprint.network.Solver;
import io.tanlian.footprint.network.SupplyNetwork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes supply-chain footprints. The same activities give the same result, in whatever order
 * they come.
 */
public final class Calculator {

  private final SupplyNetwork network;

  public Calculator(SupplyNetwork network) {
    this.network = network;
  }

  /**
   * The footprint of a product from its latest active declaration: the caller's own, else that of
   * the only participant who declares it.
   *
   * @param caller who asks; empty where nobody's own declaration comes first
   * @param asOf the time at which staleness is judged; the network itself is what was known then
   */
  public RollUpOutcome rollUp(
      ProductId product, Optional<ParticipantId> caller, Instant asOf, TreeLimits limits) {
    List<Activity> declared = network.active(product);
    List<Activity> own =
        declared.stream()
            .filter(activity -> caller.equals(Optional.of(activity.issuer())))
            .toList();
    List<Activity> candidates = own.isEmpty() ? declared : own;
    return switch (candidates.size()) {
      case 0 -> new RollUpOutcome.Refused(new Refusal.NothingDeclared(product));
      case 1 -> rollUp(candidates.getFirst(), product, asOf, limits);
      default ->
          new RollUpOutcome.Refused(
              new Refusal.SeveralSuppliers(
                  product, candidates.stream().map(Activity::issuer).toList()));
    };
  }

  /** The footprint from one declaration, active or not. */
  public RollUpOutcome rollUp(Activity activity, Instant asOf, TreeLimits limits) {
    return rollUp(activity, activity.product(), asOf, limits);
  }

  private RollUpOutcome rollUp(
      Activity activity, ProductId product, Instant asOf, TreeLimits limits) {
    return switch (Solver.solve(network, activity)) {
      case Solution.Unsolved(Refusal refusal) -> new RollUpOutcome.Refused(refusal);
      case Solved solved -> explained(solved, product, asOf, limits);
    };
  }

  private static RollUp explained(
      Solved solved, ProductId product, Instant asOf, TreeLimits limits) {
    Plan plan = solved.plan();
    Activity root = plan.nodes().get(plan.root()).step().activity();
    DeclaredUnit unit = root.declared().unit();
    Figures perUnit = solved.intensities().get(plan.root());
    Origins origins = new Origins(solved);
    List<MissingInput> missing = Gaps.missing(plan);
    List<RecyclingEffect> recycled = Recycling.effects(solved);
    List<Doubt> doubts = new ArrayList<>(Gaps.doubts(solved));
    Recycling.mixture(root, recycled).ifPresent(doubts::add);
    return new RollUp(
        product,
        root.pin(),
        asOf,
        unit,
        perUnit,
        perUnit.times(unit.quantity().amount()),
        origins.largestFirst(),
        InputTree.of(solved, product, limits),
        origins.sources(missing.size()),
        origins.primaryDataSharePercent(),
        origins.dataQuality(),
        origins.exemptedPercent(),
        missing,
        recycled,
        doubts,
        Freshness.stale(plan, asOf),
        Freshness.earliestExpiry(plan),
        plan.nodes().stream().map(node -> node.step().activity().pin()).toList());
  }
}
