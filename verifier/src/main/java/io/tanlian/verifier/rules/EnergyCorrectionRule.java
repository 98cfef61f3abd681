package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.ENERGY_ALREADY_USED;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_CERTIFICATE_CORRECTED;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_CORRECTION_MISFIT;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_CORRECTED;

import io.tanlian.contracts.energy.Electricity;
import io.tanlian.contracts.energy.EnergyCorrection;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.KnownStatement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A participant undoes its own certificates, while nothing of them was used, and its own claims. A
 * transfer is not undone, for what was sold is not taken back: the recipient hands it over again.
 */
final class EnergyCorrectionRule implements Rule {
  private static final String POINTER = Case.SUBJECT + "/statement";

  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Reversed(EnergyCorrection correction))) {
      return List.of();
    }
    StatementId id = correction.statement();
    Optional<KnownStatement> known = at.state().statement(id);
    if (known.isEmpty()) {
      return List.of(References.missing(at, id, POINTER));
    }
    List<Finding> foreign = References.requireOwn(at, known.get(), POINTER);
    if (!foreign.isEmpty()) {
      return foreign;
    }
    return switch (known.get().statement().claim()) {
      case Claim.Certified(var certificate) ->
          undo(at, id, ENERGY_CERTIFICATE_CORRECTED, certificate.equals(correction.certificate()));
      case Claim.Cancelled(var claim) ->
          undo(at, id, REFERENCE_CORRECTED, claim.equals(correction.claim()));
      default ->
          List.of(
              References.wrongType(
                  known.get(),
                  "EnergyCertificate or RenewableElectricityClaim; a transfer is handed back by its"
                      + " recipient",
                  POINTER));
    };
  }

  private static List<Finding> undo(Case at, StatementId id, ProblemCode twice, boolean repeats) {
    OptionalLong undoneAt = at.state().energy().undoneAt(id);
    if (undoneAt.isPresent()) {
      return List.of(
          Finding.error(
              twice,
              POINTER,
              "%s was corrected at index %d already".formatted(id, undoneAt.getAsLong()),
              "Correct a statement once."));
    }
    long used = at.state().energy().holding(id).map(held -> held.used()).orElse(0L);
    if (used > 0) {
      return List.of(
          Finding.error(
              ENERGY_ALREADY_USED,
              POINTER,
              "%s kWh of %s have been handed over or cancelled"
                  .formatted(Electricity.kilowattHours(used), id),
              "Have what used it corrected first; what was handed over stays so."));
    }
    return repeats
        ? List.of()
        : List.of(
            Finding.error(
                ENERGY_CORRECTION_MISFIT,
                Case.SUBJECT,
                "What is repeated is not what %s says".formatted(id),
                "Repeat its credentialSubject as it is, as certificate or as claim."));
  }
}
