package io.tanlian.verifier.material;

import io.tanlian.contracts.rulepack.Criterion;
import io.tanlian.contracts.rulepack.RulePack;
import java.util.List;

/** What a rule pack says of recoveries, criterion by criterion in the pack's order. */
public record PackResult(RulePack pack, List<CriterionResult> results) {
  public PackResult {
    results = List.copyOf(results);
  }

  /** One criterion, and what became of it. */
  public record CriterionResult(Criterion criterion, Verdict verdict) {}

  /** Whether a criterion that could be judged was not reached. */
  public boolean misses() {
    return results.stream()
        .map(CriterionResult::verdict)
        .anyMatch(Verdict.Missed.class::isInstance);
  }
}
