package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.ENERGY_TRANSFER_MISFIT;
import static io.tanlian.contracts.problem.ProblemCode.PARTICIPANT_UNKNOWN;

import io.tanlian.contracts.energy.EnergyCertificateTransfer;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.energy.CertificateHolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transfer changes the holder only, to another who is admitted: what was generated where and
 * when, and until when it may be used, stays as it was recorded.
 */
final class CertificateTransferRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.HandedOver(EnergyCertificateTransfer transfer))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    String pointer = Case.SUBJECT + "/recipient";
    if (transfer.recipient().equals(at.issuer())) {
      findings.add(
          Finding.error(
              ENERGY_TRANSFER_MISFIT,
              pointer,
              "Holder and recipient are the same",
              "Name the company that takes it over; a transfer changes the holder."));
    } else if (at.state().participant(transfer.recipient()).isEmpty()) {
      findings.add(
          Finding.error(
              PARTICIPANT_UNKNOWN,
              pointer,
              "%s is not admitted, and could not use it".formatted(transfer.recipient()),
              "Ask the operator to admit the recipient first."));
    }
    Certified.of(at).stream()
        .flatMap(used -> used.own(at).stream())
        .forEach(held -> {
          if (!held.generation().equals(transfer.generation())) {
            findings.add(misfit("/generation", "Plant, source or production period are", held));
          }
          if (!held.expires().equals(Optional.ofNullable(transfer.expires()))) {
            findings.add(misfit("/expires", "The last day is", held));
          }
        });
    return findings;
  }

  private static Finding misfit(String field, String what, CertificateHolding held) {
    return Finding.error(
        ENERGY_TRANSFER_MISFIT,
        Case.SUBJECT + field,
        "%s not that of %s".formatted(what, held.statement()),
        "Repeat what the certificate says.");
  }
}
