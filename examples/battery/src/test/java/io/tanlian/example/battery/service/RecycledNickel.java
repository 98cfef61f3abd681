package io.tanlian.example.battery.service;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.statement.Claim;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;

/** Nickel of which a quarter is recycled: recovered, and claimed so. */
final class RecycledNickel {
  static final String PRODUCT = "urn:example:nickel";

  private static final Urn PLANT = new Urn("urn:example:nickel:plant:1");
  private static final Material NICKEL = Material.parse("Ni");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  /** Segregated material has no account, and so no day on which it expires. */
  private static final CustodyModel CUSTODY = CustodyModel.SEGREGATED;

  private RecycledNickel() {}

  /** Publishes a recovery of 25 kg, and the claim that 100 kg of nickel hold them. */
  static StatementId claimedBy(Participant maker, RecyclingMethod method)
      throws IOException, InterruptedException {
    StatementId recovery = maker.publish(new Claim.Recovered(recovery())).id();
    return maker.publish(new Claim.Claimed(claim(recovery, method))).id();
  }

  private static RecoveryDeclaration recovery() {
    return new RecoveryDeclaration(
        new Urn("urn:example:plant:" + UUID.randomUUID()),
        new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)),
        RecoveryStage.METALLURGICAL,
        CUSTODY,
        List.of(
            new FeedLot(
                "powder",
                ProductId.parse("urn:example:black-mass"),
                kilograms("100"),
                contents("26"),
                null,
                List.of())),
        List.of(
            new Batch(
                "nickel",
                ProductId.parse(PRODUCT),
                kilograms("25"),
                null,
                BigDecimal.ONE,
                true,
                contents("25"),
                List.of())));
  }

  private static RecycledContentClaim claim(StatementId recovery, RecyclingMethod method) {
    return new RecycledContentClaim(
        ProductId.parse(PRODUCT),
        PLANT,
        Year.of(2026),
        method,
        CUSTODY,
        List.of(new Allocation(new BatchId(recovery, "nickel"), kilograms("25"), contents("25"))),
        List.of(new Denominator(NICKEL, Boundary.PRODUCT, kilograms("100"))),
        List.of(new RecycledShare(NICKEL, Boundary.PRODUCT, Origin.POST_CONSUMER, QUARTER)),
        List.of());
  }

  private static List<Content> contents(String nickel) {
    return List.of(new Content(NICKEL, kilograms(nickel), Origin.POST_CONSUMER));
  }

  private static BigDecimal kilograms(String mass) {
    return new BigDecimal(mass);
  }
}
