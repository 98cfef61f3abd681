package io.tanlian.footprint.rollup;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.quality.DataQuality;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The computed supply-chain footprint of a product, pinned to the statements it used.
 *
 * @param pin the product's own declaration
 * @param asOf the time at which staleness was judged
 * @param declaredUnit of the product's own declaration
 * @param perUnit for one {@code declaredUnitOfMeasurement}, as PACT v2 states a PCF
 * @param perDeclaredUnit for {@code declaredUnitAmount} of them, as PACT v3 states a PCF
 * @param contributions what each activity itself adds, the largest first
 * @param tree the product's inputs and theirs, as far as limits allow
 * @param primaryDataSharePercent direct emissions count as primary, secondary factors not at all,
 *     declared figures with their own share; empty if nothing has a weight
 * @param dataQuality ratings weighted by each activity's own burden
 * @param exemptedPercent each activity's exempted percentage, weighted by the footprint of what it
 *     makes for the product; what is not disclosed counts as 0; empty if the footprint is 0
 * @param missing inputs without a figure: the footprint is too low by them
 * @param recycled every input in use of which some is recycled
 * @param doubts what could not be used as declared, and whether recycling methods are mixed
 * @param stale declarations in use that should no longer be, the product's own included
 * @param earliestExpiry of all inputs, loops included, save the product's own declaration
 * @param pins every declaration used, by index
 */
public record RollUp(
    ProductId product,
    Pin pin,
    Instant asOf,
    DeclaredUnit declaredUnit,
    Figures perUnit,
    Figures perDeclaredUnit,
    List<Contribution> contributions,
    Branch tree,
    Sources sources,
    Optional<BigDecimal> primaryDataSharePercent,
    DataQuality dataQuality,
    Optional<BigDecimal> exemptedPercent,
    List<MissingInput> missing,
    List<RecyclingEffect> recycled,
    List<Doubt> doubts,
    List<StaleInput> stale,
    Optional<Expiry> earliestExpiry,
    List<Pin> pins)
    implements RollUpOutcome {

  public RollUp {
    contributions = List.copyOf(contributions);
    missing = List.copyOf(missing);
    recycled = List.copyOf(recycled);
    doubts = List.copyOf(doubts);
    stale = List.copyOf(stale);
    pins = List.copyOf(pins);
  }

  /** The largest contributions, at most {@code count}. */
  public List<Contribution> largest(int count) {
    return contributions.stream().limit(count).toList();
  }

  /**
   * By which methods recycled inputs count. A declared figure, whose recipe is not known, does not
   * say by which method it came about.
   */
  public Set<RecyclingMethod> recyclingMethods() {
    return Recycling.methods(recycled);
  }

  /** Whether any declaration in use should no longer be. */
  public boolean isStale() {
    return !stale.isEmpty();
  }
}
