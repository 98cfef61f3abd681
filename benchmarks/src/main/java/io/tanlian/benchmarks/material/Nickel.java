package io.tanlian.benchmarks.material;

import io.tanlian.contracts.identifier.ProductId;
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
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.ProcessingUse;
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

/** What one plant states about recovered nickel salt, a fifth of which is nickel, by grams. */
final class Nickel {
  static final String LOT = "1";
  static final MaterialOrigin RECYCLED =
      new MaterialOrigin(Material.parse("Ni"), Origin.POST_CONSUMER);

  private static final int SALT_PER_NICKEL = 5;
  private static final int GRAMS_SCALE = 3;
  private static final Urn PLANT = new Urn("urn:example:plant:1");
  private static final ProductId SALT = ProductId.parse("urn:example:nickel-salt");
  private static final ProductId CELL = ProductId.parse("urn:example:cell");
  private static final Year YEAR = Year.of(2026);
  private static final Period PERIOD =
      new Period(LocalDate.ofYearDay(YEAR.getValue(), 1), YEAR.atMonth(12).atEndOfMonth());
  private static final Custody CUSTODY = new Custody(CustodyModel.SEGREGATED, null);

  private Nickel() {}

  /** A recovery of one lot, at a plant of its own: a plant's lots have names of their own. */
  static Claim recovery(long nickelGrams) {
    return new Claim.Recovered(
        new RecoveryDeclaration(
            new Urn("urn:example:plant:" + UUID.randomUUID()),
            PERIOD,
            RecoveryStage.METALLURGICAL,
            CustodyModel.SEGREGATED,
            List.of(
                new FeedLot(
                    "feed",
                    ProductId.parse("urn:example:black-mass"),
                    salt(nickelGrams),
                    contents(nickelGrams),
                    null,
                    List.of())),
            List.of(batch(nickelGrams))));
  }

  /** One batch out of several. */
  static Claim processing(List<Allocation> allocations, long nickelGrams, long lostGrams) {
    return new Claim.Processed(
        new Processing(
            ProcessingUse.PRODUCTION,
            CUSTODY,
            allocations,
            List.of(batch(nickelGrams)),
            contents(lostGrams)));
  }

  /** A tenth of the nickel of some cells is recycled, and this is what of. */
  static Claim content(List<Allocation> allocations) {
    BigDecimal nickel =
        allocations.stream()
            .map(allocation -> allocation.contents().getFirst().mass())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Claim.Claimed(
        new RecycledContentClaim(
            CELL,
            PLANT,
            YEAR,
            RecyclingMethod.CUT_OFF,
            CustodyModel.SEGREGATED,
            allocations,
            List.of(
                new Denominator(
                    RECYCLED.material(),
                    Boundary.ACTIVE_MATERIALS,
                    nickel.multiply(BigDecimal.TEN))),
            List.of(
                new RecycledShare(
                    RECYCLED.material(),
                    Boundary.ACTIVE_MATERIALS,
                    RECYCLED.origin(),
                    new BigDecimal("0.1"))),
            List.of()));
  }

  static Allocation allocation(BatchId batch, long nickelGrams) {
    return new Allocation(batch, salt(nickelGrams), contents(nickelGrams));
  }

  private static Batch batch(long nickelGrams) {
    return new Batch(
        LOT, SALT, salt(nickelGrams), null, BigDecimal.ONE, true, contents(nickelGrams), List.of());
  }

  private static BigDecimal salt(long nickelGrams) {
    return kilograms(SALT_PER_NICKEL * nickelGrams);
  }

  private static List<Content> contents(long nickelGrams) {
    return List.of(new Content(RECYCLED.material(), kilograms(nickelGrams), RECYCLED.origin()));
  }

  private static BigDecimal kilograms(long grams) {
    return BigDecimal.valueOf(grams, GRAMS_SCALE);
  }
}
