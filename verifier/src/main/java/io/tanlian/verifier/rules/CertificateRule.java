package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.ENERGY_CERTIFICATE_RECORDED;
import static io.tanlian.contracts.problem.ProblemCode.ENERGY_PERIOD_MISFIT;
import static io.tanlian.contracts.problem.ProblemCode.PARTICIPANT_UNKNOWN;

import io.tanlian.contracts.energy.EnergyCertificate;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate of a registry is recorded once, for electricity that has been generated, and for a
 * holder who is admitted.
 */
final class CertificateRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Certified(EnergyCertificate certificate))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    at.state()
        .energy()
        .recorded(certificate.certificates())
        .ifPresent(known ->
            findings.add(
                Finding.error(
                    ENERGY_CERTIFICATE_RECORDED,
                    Case.SUBJECT + "/certificates",
                    "%s at index %d recorded %s"
                        .formatted(known.statement(), known.index(), known.certificates()),
                    "Record a certificate once; leave out those that are recorded.")));
    ParticipantId holder = certificate.holder();
    if (holder != null && at.state().participant(holder).isEmpty()) {
      findings.add(
          Finding.error(
              PARTICIPANT_UNKNOWN,
              Case.SUBJECT + "/holder",
              "%s is not admitted, and could not use the certificate".formatted(holder),
              "Ask the operator to admit the holder first."));
    }
    LocalDate last = certificate.generation().period().last();
    if (last.isAfter(at.today())) {
      findings.add(
          Finding.error(
              ENERGY_PERIOD_MISFIT,
              Case.SUBJECT + "/generation/period/last",
              "The production period ends on %s, the exchange took the statement on %s"
                  .formatted(last, at.today()),
              "Record a certificate once its electricity has been generated."));
    }
    return findings;
  }
}
