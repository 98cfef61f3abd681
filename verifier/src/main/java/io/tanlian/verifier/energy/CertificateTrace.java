package io.tanlian.verifier.energy;

import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A claim and all that its certificates went through, back to the statements that recorded them.
 *
 * @param steps in order of index, the claim last
 * @param complete false if there was more than the walk may take
 */
public record CertificateTrace(List<Step> steps, boolean complete) {
  public CertificateTrace {
    steps = List.copyOf(steps);
  }

  /** A statement on the ledger. */
  public record Step(long index, Statement statement) {}

  /** Finds statements on the ledger, as of one tree size. */
  public interface Records {
    /** Those of the statements that are on the ledger. */
    List<Step> statements(Set<StatementId> ids);
  }

  /**
   * The way back from a claim, transfer by transfer.
   *
   * @param stepsMax a walk ends with so many
   */
  public static CertificateTrace of(StatementId claim, Records records, int stepsMax) {
    Map<StatementId, Step> found = new LinkedHashMap<>();
    Set<StatementId> tier = Set.of(claim);
    while (!tier.isEmpty() && found.size() < stepsMax) {
      Set<StatementId> next = new LinkedHashSet<>();
      for (Step step : records.statements(tier)) {
        found.put(step.statement().id(), step);
        EnergyMovement.of(step.statement()).stream()
            .flatMap(moved -> moved.uses().stream())
            .map(CertificateUse::certificate)
            .forEach(next::add);
      }
      next.removeAll(found.keySet());
      tier = next;
    }
    List<Step> steps = new ArrayList<>(found.values());
    steps.sort(Comparator.comparingLong(Step::index));
    return new CertificateTrace(steps, tier.isEmpty());
  }
}
