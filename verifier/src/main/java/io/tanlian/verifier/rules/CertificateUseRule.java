package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.ENERGY_CERTIFICATE_CORRECTED;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_CERTIFICATE_UNKNOWN;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_EXCEEDS_CERTIFICATE;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_EXPIRED;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_NOT_YOURS;

import io.tanlian.contracts.energy.Electricity;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.energy.CertificateHolding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A certificate is used once, by who holds it: what is handed over or cancelled is no more than is
 * left, and has not expired.
 */
final class CertificateUseRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return Certified.of(at).stream().flatMap(used -> judge(at, used).stream()).toList();
  }

  private static Optional<Finding> judge(Case at, Certified used) {
    StatementId id = used.use().certificate();
    if (used.holding().isEmpty()) {
      return Optional.of(
          id.equals(at.statement().id())
              ? References.notEarlier(used.pointer())
              : error(
                  used,
                  ENERGY_CERTIFICATE_UNKNOWN,
                  "%s brought no certificate to this ledger at an earlier index".formatted(id),
                  "Name the certificate's statement, or the transfer to you, by the id in its receipt."));
    }
    CertificateHolding holding = used.holding().get();
    if (!holding.holder().equals(at.issuer())) {
      return Optional.of(
          error(
              used,
              ENERGY_NOT_YOURS,
              "%s is not a certificate of %s".formatted(id, at.issuer()),
              "Use certificates you hold: those recorded for you or handed over to you."));
    }
    OptionalLong undoneAt = at.state().energy().undoneAt(id);
    if (undoneAt.isPresent()) {
      return Optional.of(
          error(
              used,
              ENERGY_CERTIFICATE_CORRECTED,
              "%s was corrected away at index %d".formatted(id, undoneAt.getAsLong()),
              "Use the certificate that was stated instead."));
    }
    Optional<LocalDate> expired = holding.expires().filter(at.today()::isAfter);
    if (expired.isPresent()) {
      return Optional.of(
          error(
              used,
              ENERGY_EXPIRED,
              "%s could be used until %s".formatted(id, expired.get()),
              "Use a certificate that has not expired."));
    }
    return used.use().amount().wattHours() <= holding.left()
        ? Optional.empty()
        : Optional.of(
            error(
                used,
                ENERGY_EXCEEDS_CERTIFICATE,
                "%s kWh are asked for, %s kWh are left of %s"
                    .formatted(
                        Electricity.kilowattHours(used.use().amount().wattHours()),
                        Electricity.kilowattHours(holding.left()),
                        id),
                "Use what is left, or name another certificate."));
  }

  private static Finding error(Certified used, ProblemCode code, String detail, String remedy) {
    return Finding.error(code, used.pointer(), detail, remedy);
  }
}
