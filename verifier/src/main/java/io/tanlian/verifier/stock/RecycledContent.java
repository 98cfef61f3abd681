package io.tanlian.verifier.stock;

import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecycledContentClaim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the allocations of a claim amount to: recycled content of material m = recycled mass of m /
 * whole mass of m in the denominator (Regulation (EU) 2023/1542, article 8).
 *
 * @param allocated in all
 */
public record RecycledContent(Amounts allocated, List<Denominator> denominators) {
  private static final int SHARE_DECIMALS = 6;

  public RecycledContent {
    denominators = List.copyOf(denominators);
  }

  public static RecycledContent of(RecycledContentClaim claim) {
    return new RecycledContent(
        claim.allocations().stream().map(Amounts::of).reduce(Amounts.NONE, Amounts::plus),
        claim.denominators());
  }

  /** Kilograms of a material of one origin. */
  public BigDecimal allocated(MaterialOrigin what) {
    return new BigDecimal(Amounts.kilograms(allocated.of(what)));
  }

  /** Kilograms of a material that count as recycled, whatever their origin. */
  public BigDecimal allocated(Material material) {
    return Arrays.stream(Origin.values())
        .filter(Origin::isRecycled)
        .map(origin -> allocated(new MaterialOrigin(material, origin)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Kilograms of a material, recycled or not. */
  public Optional<BigDecimal> denominator(Material material, Boundary boundary) {
    return denominators.stream()
        .filter(known -> known.material().equals(material) && known.boundary() == boundary)
        .map(Denominator::mass)
        .findFirst();
  }

  /** The share of one origin, cut and not rounded, so that a miss never looks like a hit. */
  public Optional<BigDecimal> share(MaterialOrigin what, Boundary boundary) {
    return denominator(what.material(), boundary)
        .map(whole -> allocated(what).divide(whole, SHARE_DECIMALS, RoundingMode.DOWN));
  }
}
