package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LOG_ANSWER_DIFFERS;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.footprint.rollup.Calculator;
import io.tanlian.footprint.rollup.RollUp;
import io.tanlian.footprint.rollup.RollUpOutcome;
import io.tanlian.footprint.rollup.TreeLimits;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.lineage.Activities;
import io.tanlian.verifier.state.LedgerState;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Computes the footprint of every product on the ledger again, from the statements alone. */
final class FootprintAudit {
  /** Relative difference below which the server's figure is the same: 34 digits, rounded. */
  static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

  private static final TreeLimits NO_TREE = new TreeLimits(0, BigDecimal.ONE);

  private FootprintAudit() {}

  /** Every product's footprint, by product id. */
  static List<AuditedFootprint> compute(
      LedgerState state, RebuiltTree tree, Instant asOf, Progress progress) {
    List<Activity> activities =
        state.declarations().stream()
            .map(known -> Activities.of(known, tree.leaf(known.index()).toString()))
            .flatMap(Optional::stream)
            .toList();
    Calculator calculator = new Calculator(SupplyNetwork.of(activities));
    List<ProductId> products =
        activities.stream()
            .flatMap(activity -> activity.products().stream())
            .distinct()
            .sorted(Comparator.comparing(ProductId::value))
            .toList();
    List<AuditedFootprint> footprints = new ArrayList<>();
    for (ProductId product : products) {
      footprints.add(
          switch (calculator.rollUp(product, asOf, NO_TREE)) {
            case RollUp rollUp -> computed(product, rollUp);
            case RollUpOutcome.Refused(var refusal) ->
                new AuditedFootprint.NotComputed(product, refusal.words());
          });
      progress.reached(Progress.Phase.FOOTPRINTS, footprints.size(), products.size());
    }
    return List.copyOf(footprints);
  }

  private static AuditedFootprint computed(ProductId product, RollUp rollUp) {
    return new AuditedFootprint.Computed(
        product,
        rollUp.pin().index(),
        rollUp.declaredUnit().quantity(),
        rollUp.perDeclaredUnit().excludingUptake(),
        rollUp.perDeclaredUnit().includingUptake(),
        rollUp.missing().size(),
        rollUp.isStale());
  }

  /** Where the server, asked for the same tree size, answers something else. */
  static List<EntryFinding> compare(
      List<AuditedFootprint> footprints, LogSource source, long treeSize) throws IOException {
    List<EntryFinding> findings = new ArrayList<>();
    for (AuditedFootprint footprint : footprints) {
      if (footprint instanceof AuditedFootprint.Computed computed) {
        source
            .footprint(computed.product(), treeSize)
            .filter(served -> differs(computed, served))
            .ifPresent(served ->
                findings.add(new EntryFinding(computed.index(), difference(computed, served))));
      }
    }
    return findings;
  }

  private static boolean differs(AuditedFootprint.Computed computed, ServedFootprint served) {
    BigDecimal own = computed.excludingUptake();
    BigDecimal difference = own.subtract(served.excludingUptake()).abs();
    BigDecimal allowed = own.abs().max(served.excludingUptake().abs()).multiply(TOLERANCE);
    return difference.compareTo(allowed) > 0 || computed.complete() != served.complete();
  }

  private static Finding difference(AuditedFootprint.Computed computed, ServedFootprint served) {
    return Finding.error(
        LOG_ANSWER_DIFFERS,
        "",
        "The server says %s kgCO2e for %s (%s), the ledger gives %s (%s)"
            .formatted(
                served.excludingUptake().toPlainString(),
                computed.product().value(),
                words(served.complete()),
                computed.excludingUptake().toPlainString(),
                words(computed.complete())),
        "Do not rely on the server's figure; ask the operator.");
  }

  private static String words(boolean complete) {
    return complete ? "complete" : "incomplete";
  }
}
