package io.tanlian.contracts.pact.v3;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@link FootprintCriteria} look at in a footprint. All names are in lower case, for PACT
 * matches them in any case.
 *
 * @param places the footprint's geography and every larger place it lies in; none if it is global
 * @param validFrom start of the validity period, to the microsecond as a database keeps it
 * @param validUntil end of the validity period, likewise
 */
public record FootprintTerms(
    Set<String> productIds,
    Set<String> companyIds,
    Set<String> places,
    Set<String> classifications,
    Instant validFrom,
    Instant validUntil) {
  public FootprintTerms {
    productIds = Set.copyOf(productIds);
    companyIds = Set.copyOf(companyIds);
    places = Set.copyOf(places);
    classifications = Set.copyOf(classifications);
    validFrom = validFrom.truncatedTo(ChronoUnit.MICROS);
    validUntil = validUntil.truncatedTo(ChronoUnit.MICROS);
  }

  /** The terms of a footprint. */
  public static FootprintTerms of(ProductFootprint footprint) {
    Geography geography = footprint.pcf().geography();
    ValidityPeriod validity = footprint.validity();
    return new FootprintTerms(
        folded(footprint.productIds()),
        folded(footprint.companyIds()),
        geography == null
            ? Set.of()
            : geography.levels().stream()
                .map(level -> folded(level.value()))
                .collect(Collectors.toSet()),
        folded(footprint.productClassifications()),
        validity.start(),
        validity.end());
  }

  static Set<String> folded(Collection<?> names) {
    return names.stream().map(name -> folded(name.toString())).collect(Collectors.toSet());
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
