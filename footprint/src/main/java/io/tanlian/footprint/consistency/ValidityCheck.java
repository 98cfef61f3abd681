package io.tanlian.footprint.consistency;

import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.DeclaredFootprint;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Period;
import io.tanlian.footprint.network.Supply;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.footprint.rollup.Expiry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a footprint's validity window is allowed.
 *
 * @param start of the window, stated or by default
 * @param end of the window, stated or by default; the first moment outside
 * @param allowed [end of the reference period, + 3 years) (PACT Methodology v3, 3.2.3)
 * @param endsBefore the supplier whose window ends first, if it does so before this window: the
 *     exchange's own rule
 */
public record ValidityCheck(
    Instant start, Instant end, Period allowed, Optional<Expiry> endsBefore) {

  public static ValidityCheck of(Activity activity, SupplyNetwork network) {
    DeclaredFootprint declared = activity.declared();
    Period allowed = declared.defaultValidity();
    Instant end = declared.validUntil();
    List<Input> inputs = activity.recipe().map(recipe -> recipe.inputs()).orElseGet(List::of);
    Optional<Expiry> endsBefore =
        inputs.stream()
            .map(network::supplyOf)
            .filter(Supply.Supplied.class::isInstance)
            .map(supply -> ((Supply.Supplied) supply).activity())
            .map(supplier ->
                new Expiry(supplier.product(), supplier.pin(), supplier.declared().validUntil()))
            .min(Comparator.comparing(Expiry::validUntil))
            .filter(expiry -> expiry.validUntil().isBefore(end));
    return new ValidityCheck(
        declared.validityStart().orElse(allowed.start()), end, allowed, endsBefore);
  }

  /** Whether the window is none, or reaches beyond what is allowed. */
  public boolean isOutsideAllowed() {
    return !start.isBefore(end) || !allowed.covers(new Period(start, end));
  }
}
