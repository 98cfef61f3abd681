package io.tanlian.verifier.state;

import io.tanlian.contracts.energy.EnergyCertificate;
import io.tanlian.contracts.energy.EnergyCorrection;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.energy.EnergyMovement;
import java.util.Set;

/** The tags of statements about energy certificates, and those that lead to what judging needs. */
final class EnergyTags {
  private EnergyTags() {}

  static void of(Statement statement, Set<String> tags) {
    switch (statement.claim()) {
      case Claim.Certified(EnergyCertificate certificate) -> {
        blocks(certificate, tags);
        ParticipantId holder = certificate.holder();
        tags.add(StatementTags.holder(holder == null ? statement.issuer() : holder));
      }
      case Claim.HandedOver(var transfer) -> tags.add(StatementTags.holder(transfer.recipient()));
      case Claim.Cancelled(RenewableElectricityClaim claim) -> {
        tags.add(consumption(claim));
        tags.add(StatementTags.plant(claim.plant()));
        ProductId product = claim.product();
        if (product != null) {
          tags.add("product:" + product.value());
        }
      }
      case Claim.Reversed(EnergyCorrection correction) -> restated(correction, tags);
      default -> {}
    }
    EnergyMovement.of(statement)
        .ifPresent(movement -> {
          tags.add(StatementTags.energy(movement.statement()));
          movement.changes().forEach(id -> tags.add(StatementTags.energy(id)));
        });
  }

  static void sourcesOf(Statement statement, Set<String> sources) {
    switch (statement.claim()) {
      case Claim.Certified(EnergyCertificate certificate) -> {
        blocks(certificate, sources);
        ParticipantId holder = certificate.holder();
        if (holder != null) {
          sources.add(StatementTags.participant(holder));
        }
      }
      case Claim.HandedOver(var transfer) ->
          sources.add(StatementTags.participant(transfer.recipient()));
      case Claim.Cancelled(RenewableElectricityClaim claim) -> sources.add(consumption(claim));
      case Claim.Reversed(var correction) ->
          sources.add(StatementTags.statement(correction.statement()));
      default -> {}
    }
    EnergyMovement.of(statement)
        .ifPresent(
            movement -> movement.changes().forEach(id -> sources.add(StatementTags.energy(id))));
  }

  /** Those by which it is found, that what is stated again was undone before. */
  private static void restated(EnergyCorrection correction, Set<String> tags) {
    EnergyCertificate certificate = correction.certificate();
    if (certificate != null) {
      blocks(certificate, tags);
    }
    RenewableElectricityClaim claim = correction.claim();
    if (claim != null) {
      tags.add(consumption(claim));
    }
  }

  private static void blocks(EnergyCertificate certificate, Set<String> tags) {
    certificate.certificates().blocks().forEach(block -> tags.add("certificate:" + block));
  }

  private static String consumption(RenewableElectricityClaim claim) {
    return "consumption:%s/%s".formatted(claim.plant().normalized(), claim.step());
  }
}
