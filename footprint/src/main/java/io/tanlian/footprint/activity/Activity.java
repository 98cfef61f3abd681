package io.tanlian.footprint.activity;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One declared production step.
 *
 * @param issuer the participant that declared it; anybody can declare any product
 * @param products all names of its one product, at least one
 * @param recipe empty if it is undeclared, or not disclosed as a whole: the step then counts with
 *     its declared figures
 * @param lapse that the declaration was deprecated, superseded or withdrawn; expiry follows from
 *     its validity
 */
public record Activity(
    Pin pin,
    ParticipantId issuer,
    List<ProductId> products,
    Optional<Recipe> recipe,
    DeclaredFootprint declared,
    Optional<Lapse> lapse) {

  public Activity {
    if (products.isEmpty()) {
      throw new IllegalArgumentException("products must name at least one product");
    }
    products = List.copyOf(products);
  }

  /** The first of the product's names. */
  public ProductId product() {
    return products.getFirst();
  }

  /** Why this declaration should not be used at a time, if so. */
  public Optional<Lapse> lapseAt(Instant time) {
    Optional<Lapse> lapsed = lapse.filter(known -> !known.since().isAfter(time));
    if (lapsed.isPresent()) {
      return lapsed;
    }
    Instant end = declared.validUntil();
    return end.isAfter(time) ? Optional.empty() : Optional.of(new Lapse(Lapse.Cause.EXPIRED, end));
  }
}
