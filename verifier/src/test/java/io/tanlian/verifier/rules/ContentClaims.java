package io.tanlian.verifier.rules;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.statement.Claim;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;

/** Claims of recycled content of a pack, made in 2026. */
final class ContentClaims {
  private ContentClaims() {}

  /** Of one material, discarded by end users, in the active materials. */
  static Claim of(
      CustodyModel custody,
      String material,
      String denominator,
      String share,
      Allocation... allocations) {
    return of(
        custody,
        List.of(denominator(material, Boundary.ACTIVE_MATERIALS, denominator)),
        List.of(share(material, Boundary.ACTIVE_MATERIALS, Origin.POST_CONSUMER, share)),
        allocations);
  }

  static Claim of(
      CustodyModel custody,
      List<Denominator> denominators,
      List<RecycledShare> shares,
      Allocation... allocations) {
    return new Claim.Claimed(
        new RecycledContentClaim(
            ProductId.parse("urn:example:pack"),
            new Urn("urn:example:pack:plant"),
            Year.of(2026),
            RecyclingMethod.CUT_OFF,
            custody,
            List.of(allocations),
            denominators,
            shares,
            List.of()));
  }

  static Denominator denominator(String material, Boundary boundary, String mass) {
    return new Denominator(Material.parse(material), boundary, new BigDecimal(mass));
  }

  static RecycledShare share(String material, Boundary boundary, Origin origin, String share) {
    return new RecycledShare(Material.parse(material), boundary, origin, new BigDecimal(share));
  }
}
