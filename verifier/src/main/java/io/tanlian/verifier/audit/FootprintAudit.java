package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LOG_ANSWER_DIFFERS;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.Refusal;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes the footprint of every product on the ledger again, from the statements alone. */
final class FootprintAudit {
  /** Relative difference below which the server's figure is the same: 34 digits, rounded. */
  static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

  private static final TreeLimits NO_TREE = new TreeLimits(0, BigDecimal.ONE);

  private FootprintAudit() {}

  /** A product as one participant declares it; others may declare it too. */
  private record DeclaredBy(ProductId product, ParticipantId issuer) {}

  /** Every product's footprint for each participant that declares it, by their ids. */
  static List<AuditedFootprint> compute(
      LedgerState state, RebuiltTree tree, Instant asOf, Progress progress) {
    List<Activity> activities = Activities.all(state, index -> tree.leaf(index).toString());
    SupplyNetwork network = SupplyNetwork.of(activities);
    Calculator calculator = new Calculator(network);
    List<DeclaredBy> declared =
        activities.stream()
            .filter(activity -> isDeclared(activity, state))
            .flatMap(activity ->
                activity.products().stream()
                    .map(product -> new DeclaredBy(product, activity.issuer())))
            .distinct()
            .sorted(
                Comparator.comparing((DeclaredBy one) -> one.product().value())
                    .thenComparing(one -> one.issuer().value()))
            .toList();
    List<AuditedFootprint> footprints = new ArrayList<>();
    for (DeclaredBy one : declared) {
      RollUpOutcome outcome =
          network.active(one.product()).stream()
              .filter(activity -> activity.issuer().equals(one.issuer()))
              .findAny()
              .map(activity -> calculator.rollUp(activity, asOf, NO_TREE))
              .orElseGet(
                  () -> new RollUpOutcome.Refused(new Refusal.NothingDeclared(one.product())));
      footprints.add(
          switch (outcome) {
            case RollUp rollUp -> computed(one, rollUp);
            case RollUpOutcome.Refused(var refusal) ->
                new AuditedFootprint.NotComputed(one.product(), one.issuer(), refusal.words());
          });
      progress.reached(Progress.Phase.FOOTPRINTS, footprints.size(), declared.size());
    }
    return List.copyOf(footprints);
  }

  private static boolean isDeclared(Activity activity, LedgerState state) {
    return state
        .statement(activity.pin().statement())
        .filter(known -> known.statement().claim() instanceof Claim.Declared)
        .isPresent();
  }

  private static AuditedFootprint computed(DeclaredBy one, RollUp rollUp) {
    return new AuditedFootprint.Computed(
        one.product(),
        one.issuer(),
        rollUp.pin().index(),
        rollUp.declaredUnit().quantity(),
        rollUp.perDeclaredUnit().excludingUptake(),
        rollUp.perDeclaredUnit().includingUptake(),
        rollUp.missing().size(),
        rollUp.isStale());
  }

  /**
   * Where the server, asked for the same tree size, answers something else. It has no answer for a
   * product that several participants declare.
   */
  static List<EntryFinding> compare(
      List<AuditedFootprint> footprints, LogSource source, long treeSize) throws IOException {
    List<EntryFinding> findings = new ArrayList<>();
    Map<ProductId, List<AuditedFootprint.Computed>> byProduct = new LinkedHashMap<>();
    for (AuditedFootprint footprint : footprints) {
      if (footprint instanceof AuditedFootprint.Computed computed) {
        byProduct.computeIfAbsent(computed.product(), _ -> new ArrayList<>()).add(computed);
      }
    }
    for (List<AuditedFootprint.Computed> ofProduct : byProduct.values()) {
      if (ofProduct.size() == 1) {
        AuditedFootprint.Computed computed = ofProduct.getFirst();
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
