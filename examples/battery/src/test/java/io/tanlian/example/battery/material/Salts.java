package io.tanlian.example.battery.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Custody;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;

/** Recovered lithium in lithium carbonate, some ten kilograms of it, kept segregated. */
public final class Salts {
  public static final ProductId CARBONATE = ProductId.parse("urn:example:lithium-carbonate");
  public static final String LOT = "Li-1";

  /** Kilograms of lithium in a kilogram of the lot, so that any part of it is even. */
  private static final BigDecimal LITHIUM_SHARE = new BigDecimal("0.1");

  private Salts() {}

  /** A recovery of so many kilograms of lithium, in a lot ten times as heavy. */
  public static Claim.Recovered recovery(String lithiumKg) {
    BigDecimal lithium = new BigDecimal(lithiumKg);
    BigDecimal mass = lithium.divide(LITHIUM_SHARE);
    return new Claim.Recovered(
        new RecoveryDeclaration(
            new Urn("urn:example:plant:" + UUID.randomUUID()),
            new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
            RecoveryStage.METALLURGICAL,
            CustodyModel.SEGREGATED,
            List.of(
                new FeedLot(
                    "black mass",
                    ProductId.parse("urn:example:black-mass"),
                    mass.multiply(BigDecimal.TEN),
                    List.of(lithium(lithium)),
                    null,
                    List.of())),
            List.of(batch(LOT, lithiumKg))));
  }

  /** A batch of so many kilograms of lithium. */
  public static Batch batch(String lot, String lithiumKg) {
    BigDecimal lithium = new BigDecimal(lithiumKg);
    return new Batch(
        lot,
        CARBONATE,
        lithium.divide(LITHIUM_SHARE),
        null,
        BigDecimal.ONE,
        true,
        List.of(lithium(lithium)),
        List.of());
  }

  public static Custody segregated() {
    return new Custody(CustodyModel.SEGREGATED, null);
  }

  /** The use of so many kilograms of lithium of a batch. */
  public static Allocation use(StatementId statement, String lot, String lithiumKg) {
    BigDecimal lithium = new BigDecimal(lithiumKg);
    return new Allocation(
        new BatchId(statement, lot), lithium.divide(LITHIUM_SHARE), List.of(lithium(lithium)));
  }

  /** A claim of ten percent that takes so many kilograms of lithium of a batch. */
  public static Claim.Claimed claim(StatementId statement, String lot, String lithiumKg) {
    BigDecimal whole = new BigDecimal(lithiumKg).multiply(BigDecimal.TEN);
    return new Claim.Claimed(
        new RecycledContentClaim(
            ProductId.parse("urn:example:pack"),
            new Urn("urn:example:plant:packs"),
            Year.of(2026),
            RecyclingMethod.CUT_OFF,
            CustodyModel.SEGREGATED,
            List.of(use(statement, lot, lithiumKg)),
            List.of(new Denominator(new Material("Li"), Boundary.ACTIVE_MATERIALS, whole)),
            List.of(
                new RecycledShare(
                    new Material("Li"),
                    Boundary.ACTIVE_MATERIALS,
                    Origin.POST_CONSUMER,
                    new BigDecimal("0.1"))),
            List.of()));
  }

  private static Content lithium(BigDecimal kilograms) {
    return new Content(new Material("Li"), kilograms, Origin.POST_CONSUMER);
  }
}
