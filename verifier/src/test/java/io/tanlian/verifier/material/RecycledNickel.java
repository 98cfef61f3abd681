package io.tanlian.verifier.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Correction;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.World;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A maker of nickel recovers some of it and claims so, on the ledger. */
public final class RecycledNickel {
  /** What {@code DeclarationText.takingRecycled} takes in. */
  public static final String NICKEL = "urn:example:nickel";

  private RecycledNickel() {}

  /** A claim that a quarter of the nickel is recycled: 25 kg of 100 kg. */
  public static StatementId claimed(World world, Company maker, RecyclingMethod method) {
    return claimed(world, maker, NICKEL, method);
  }

  /** The same claim for another product. */
  public static StatementId claimed(
      World world, Company maker, String product, RecyclingMethod method) {
    String lot = "salt-" + UUID.randomUUID();
    StatementId recovery =
        world
            .append(
                world.sign(
                    maker,
                    new Claim.Recovered(
                        Recoveries.of(
                            RecoveryStage.METALLURGICAL,
                            Map.of("Ni", "40"),
                            Recoveries.sold(lot, Map.of("Ni", "30"))))))
            .statement()
            .id();
    return world
        .append(
            world.sign(
                maker, new Claim.Claimed(claim(new BatchId(recovery, lot), product, method))))
        .statement()
        .id();
  }

  /** The correction that undoes a claim of the maker's. */
  public static Claim correction(World world, StatementId claim) {
    if (world.state().statement(claim).orElseThrow().statement().claim()
        instanceof Claim.Claimed(RecycledContentClaim content)) {
      return new Claim.Corrected(new Correction(claim, "wrong batch", content.allocations()));
    }
    throw new IllegalArgumentException("no claim: " + claim);
  }

  private static RecycledContentClaim claim(BatchId batch, String product, RecyclingMethod method) {
    return new RecycledContentClaim(
        ProductId.parse(product),
        new Urn("urn:example:plant:1"),
        Year.of(2026),
        method,
        CustodyModel.MASS_BALANCE,
        List.of(
            new Allocation(
                batch, new BigDecimal("1000"), List.of(RecycledClaims.postConsumer("Ni", "25")))),
        List.of(
            RecycledClaims.whole("Ni", Boundary.PRODUCT, "100"),
            RecycledClaims.whole("Ni", Boundary.ACTIVE_MATERIALS, "125")),
        List.of(share(Boundary.PRODUCT, "0.25"), share(Boundary.ACTIVE_MATERIALS, "0.2")),
        List.of());
  }

  private static RecycledShare share(Boundary boundary, String share) {
    return new RecycledShare(
        Material.parse("Ni"), boundary, Origin.POST_CONSUMER, new BigDecimal(share));
  }
}
