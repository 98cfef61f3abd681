package io.tanlian.verifier.energy;

import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.energy.EnergyCorrection;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a statement does to energy certificates. It says all of it itself: whoever has a
 * certificate's own statement and those that name it knows what is left.
 *
 * @param uses of certificates that others brought
 * @param returns what a correction gives back
 * @param undoes the statement that is corrected
 */
public record EnergyMovement(
    StatementId statement,
    List<CertificateUse> uses,
    List<CertificateUse> returns,
    Optional<StatementId> undoes) {
  public EnergyMovement {
    uses = List.copyOf(uses);
    returns = List.copyOf(returns);
  }

  /** None for a statement that is about something else. */
  public static Optional<EnergyMovement> of(Statement statement) {
    return switch (statement.claim()) {
      case Claim.Certified _ -> Optional.of(using(statement, List.of()));
      case Claim.HandedOver(var transfer) -> Optional.of(using(statement, List.of(transfer.use())));
      case Claim.Cancelled(var claim) -> Optional.of(using(statement, claim.cancellations()));
      case Claim.Reversed(EnergyCorrection correction) -> {
        RenewableElectricityClaim undone = correction.claim();
        yield Optional.of(
            new EnergyMovement(
                statement.id(),
                List.of(),
                undone == null ? List.of() : undone.cancellations(),
                Optional.of(correction.statement())));
      }
      default -> Optional.empty();
    };
  }

  /** The earlier statements about which it changes something. */
  public Set<StatementId> changes() {
    Set<StatementId> changed = new LinkedHashSet<>();
    Stream.concat(uses.stream(), returns.stream())
        .map(CertificateUse::certificate)
        .forEach(changed::add);
    undoes.ifPresent(changed::add);
    return changed;
  }

  /** What the statement brings to a holder, nothing of it used; none for a claim. */
  public static Optional<CertificateHolding> brings(long index, Statement statement) {
    return switch (statement.claim()) {
      case Claim.Certified(var certificate) ->
          Optional.of(
              CertificateHolding.of(
                  statement.id(),
                  index,
                  Optional.ofNullable(certificate.holder()).orElse(statement.issuer()),
                  certificate.generation(),
                  Optional.ofNullable(certificate.expires()),
                  certificate.amount()));
      case Claim.HandedOver(var transfer) ->
          Optional.of(
              CertificateHolding.of(
                  statement.id(),
                  index,
                  transfer.recipient(),
                  transfer.generation(),
                  Optional.ofNullable(transfer.expires()),
                  transfer.amount()));
      default -> Optional.empty();
    };
  }

  private static EnergyMovement using(Statement statement, List<CertificateUse> uses) {
    return new EnergyMovement(statement.id(), uses, List.of(), Optional.empty());
  }
}
