package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.ENERGY_NOT_RENEWABLE;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_PERIOD_CLAIMED;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_PERIOD_MISFIT;

import io.tanlian.contracts.energy.Generation;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim is for a period that is over and for which nothing else is claimed, and cancels
 * certificates of renewable electricity of about the same time: generated in the twelve months
 * before the claim's period ends. That is as long as a guarantee of origin is valid (Directive (EU)
 * 2018/2001, article 19(3)), and keeps generation close to consumption, as the GHG Protocol's scope
 * 2 guidance asks; as a claim is for at most a year, all that was generated within its period is
 * within the twelve months.
 *
 * <p>Nuclear electricity is not renewable: its certificates can be recorded and handed over, but
 * not be cancelled for a renewable share.
 */
final class RenewableElectricityRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Cancelled(RenewableElectricityClaim claim))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    LocalDate last = claim.period().last();
    if (last.isAfter(at.today())) {
      findings.add(
          Finding.error(
              ENERGY_PERIOD_MISFIT,
              Case.SUBJECT + "/period/last",
              "The period ends on %s, the exchange took the statement on %s"
                  .formatted(last, at.today()),
              "Claim once it is known how much was consumed."));
    }
    at.state().energy().claims(at.issuer(), claim.plant(), claim.step()).stream()
        .filter(other -> other.claim().period().overlaps(claim.period()))
        .findFirst()
        .ifPresent(other ->
            findings.add(
                Finding.error(
                    ENERGY_PERIOD_CLAIMED,
                    Case.SUBJECT + "/period",
                    "%s at index %d claims for %s at %s in %s already"
                        .formatted(
                            other.statement(),
                            other.index(),
                            claim.step(),
                            claim.plant(),
                            other.claim().period()),
                    "Claim for another period, or correct the earlier claim first.")));
    for (Certified used : Certified.of(at)) {
      used.own(at)
          .ifPresent(held -> findings.addAll(judge(claim, held.generation(), used.pointer())));
    }
    return findings;
  }

  private static List<Finding> judge(
      RenewableElectricityClaim claim, Generation generation, String pointer) {
    List<Finding> findings = new ArrayList<>();
    if (!generation.source().isRenewable()) {
      findings.add(
          Finding.error(
              ENERGY_NOT_RENEWABLE,
              pointer,
              "%s electricity is not renewable".formatted(generation.source().wireName()),
              "Cancel certificates of renewable sources only."));
    }
    LocalDate from = claim.generatedFrom();
    LocalDate until = claim.period().last();
    if (generation.period().first().isBefore(from) || generation.period().last().isAfter(until)) {
      findings.add(
          Finding.error(
              ENERGY_PERIOD_MISFIT,
              pointer,
              "It was generated in %s, what is cancelled for %s is generated from %s to %s"
                  .formatted(generation.period(), claim.period(), from, until),
              "Cancel certificates of the claim's period, or of the twelve months before it ends."));
    }
    return findings;
  }
}
