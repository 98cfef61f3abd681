package io.tanlian.verifier.rules;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.lineage.Activities;
import io.tanlian.verifier.state.KnownStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule about the figures of a declaration. */
interface DeclarationRule extends Rule {

  /** What is doubtful in these figures. */
  List<Finding> judge(Case at, Activity activity);

  @Override
  default List<Finding> judge(Case at) {
    return activity(KnownStatement.of(at.context().index(), at.read()))
        .map(activity -> judge(at, activity))
        .orElse(List.of());
  }

  /** The supplier's statements that the declaration names, as far as they are on the ledger. */
  static List<KnownStatement> suppliers(Case at) {
    if (!(at.claim() instanceof Claim.Declared(var declaration))) {
      return List.of();
    }
    List<KnownStatement> suppliers = new ArrayList<>();
    Set<StatementId> seen = new HashSet<>(Set.of(at.statement().id()));
    for (InputLine input : declaration.inputs()) {
      StatementId upstream = input.statement();
      if (upstream != null && seen.add(upstream)) {
        at.state().statement(upstream).ifPresent(suppliers::add);
      }
    }
    return suppliers;
  }

  /**
   * The network of those suppliers only, whatever else is declared: admission and audit must see
   * the same.
   */
  static SupplyNetwork network(Case at) {
    return SupplyNetwork.of(
        suppliers(at).stream().map(DeclarationRule::activity).flatMap(Optional::stream).toList());
  }

  /** Findings need no pin to an entry; the JWT's digest stands in for its leaf hash. */
  private static Optional<Activity> activity(KnownStatement known) {
    return Activities.of(known, known.jwtDigest().toString());
  }
}
