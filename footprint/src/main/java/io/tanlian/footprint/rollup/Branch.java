package io.tanlian.footprint.rollup;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.footprint.activity.Pin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A product in the tree of inputs, for one unit of the rolled-up product; figures in kgCO2e
 * excluding uptake, negative where the material leaves.
 *
 * <p>{@code total = own + sum of the branches' totals + rest}: what the tree does not show is
 * always in {@code rest}. A loop shows up as a product that stands below itself; the totals are
 * those of the solved loop all the same.
 *
 * @param pin the declaration used; empty for secondary factors and missing inputs
 * @param own what no branch could explain further: direct emissions, a declared figure, a secondary
 *     factor, the recycled part
 * @param recycled where some of it is recycled: the quantity is of both, recycled and primary
 * @param rest what is behind the inputs that the limits leave out
 */
public record Branch(
    ProductId product,
    Optional<Pin> pin,
    Kind kind,
    Direction direction,
    Quantity quantity,
    BigDecimal total,
    BigDecimal own,
    List<Branch> branches,
    BigDecimal rest,
    Optional<RecycledPart> recycled) {

  /** What a branch's total stands on. */
  public enum Kind {
    /** A step with a known recipe. */
    COMPUTED,
    /** A supplier's declared figure. */
    DECLARED,
    /** A secondary factor. */
    ESTIMATED,
    /** Recycled material only. */
    RECYCLED,
    /** Nothing: the total is 0, or that of the recycled part. */
    MISSING
  }

  public Branch {
    branches = List.copyOf(branches);
  }
}
