package io.tanlian.verifier.material;

import io.tanlian.contracts.rulepack.Criterion;
import io.tanlian.contracts.rulepack.RulePack;
import java.util.List;
import java.util.function.Function;

/** What a rule pack says of recoveries or of a claim, by criterion in the pack's order. */
public record PackResult(RulePack pack, List<CriterionResult> results) {
  public PackResult {
    results = List.copyOf(results);
  }

  static PackResult of(RulePack pack, Function<Criterion, Verdict> judgement) {
    return new PackResult(
        pack,
        pack.criteria().stream()
            .map(criterion -> new CriterionResult(criterion, judgement.apply(criterion)))
            .toList());
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
