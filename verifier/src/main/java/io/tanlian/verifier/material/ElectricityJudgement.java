package io.tanlian.verifier.material;

import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.rulepack.Criterion;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.verifier.energy.RenewableElectricity;

/**
 * Judges a claim of renewable electricity by rule packs: what is cancelled for it over all that was
 * consumed, for the one step it is about. Claims are not added up.
 */
public final class ElectricityJudgement {
  private final RenewableElectricityClaim claim;
  private final RenewableElectricity electricity;

  public ElectricityJudgement(RenewableElectricityClaim claim) {
    this.claim = claim;
    electricity = RenewableElectricity.of(claim);
  }

  public PackResult by(RulePack pack) {
    return PackResult.of(pack, this::verdict);
  }

  private Verdict verdict(Criterion criterion) {
    if (criterion.indicator() != Indicator.RENEWABLE_ELECTRICITY_SHARE) {
      return Evidence.lackingFor(criterion.indicator());
    }
    if (!criterion.material().equals(claim.step())) {
      return new Verdict.NotJudged(
          "the claim is about the electricity of %s, not of %s"
              .formatted(claim.step(), criterion.material()));
    }
    if (criterion.boundary() != Boundary.STEP) {
      return new Verdict.NotJudged(
          "the claim is about the electricity of the step, not over %s: two boundaries cannot be compared"
              .formatted(criterion.boundary().wireName()));
    }
    if (criterion.calendarYears() && !claim.period().isCalendarYear()) {
      return new Verdict.NotJudged(
          "only calendar years are judged, not %s".formatted(claim.period()));
    }
    return Verdict.of(
        new Share(electricity.cancelled(), electricity.consumed()), criterion.atLeast());
  }
}
