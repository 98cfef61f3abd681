package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.pact.v3.ProductFootprint.Status;
import io.tanlian.contracts.problem.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which footprints a recipient asks for, by the filters of PACT v3: values of one criterion are
 * alternatives, different criteria all have to hold, an absent criterion always holds. Names match
 * in any case; a name that no footprint has is not an error, it matches nothing.
 *
 * <p>A place matches what lies within it: a footprint of a subdivision matches its country, and a
 * country's footprint its region ("all footprints within the specified geography(s)"). A global
 * footprint lies within no place.
 *
 * @param productIds lower case, as all names here
 * @param validOn within the validity period, its start and end included
 * @param validAfter before the start of the validity period
 * @param validBefore after the end of the validity period
 * @param statuses names of statuses, unknown ones included
 */
public record FootprintCriteria(
    Set<String> productIds,
    Set<String> companyIds,
    Set<String> geographies,
    Set<String> classifications,
    @Nullable Instant validOn,
    @Nullable Instant validAfter,
    @Nullable Instant validBefore,
    Set<String> statuses) {
  /** Most values of one criterion. */
  public static final int valuesMax = 100;

  /** Everything matches. */
  public static final FootprintCriteria NONE =
      new FootprintCriteria(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, Set.of());

  public FootprintCriteria {
    productIds = names(productIds);
    companyIds = names(companyIds);
    geographies = names(geographies);
    classifications = names(classifications);
    validOn = micros(validOn);
    validAfter = micros(validAfter);
    validBefore = micros(validBefore);
    statuses = names(statuses);
  }

  /** The names of the query parameters, which are those of an event's fields too. */
  public static Set<String> parameterNames() {
    return FootprintCriteriaReader.NAMES;
  }

  /**
   * Reads the query of {@code GET /3/footprints}; other parameters are not looked at. A parameter
   * without a value is no criterion.
   */
  public static Outcome<FootprintCriteria> ofParameters(Map<String, List<String>> parameters) {
    return FootprintCriteriaReader.ofParameters(parameters);
  }

  /** Reads the {@code data} of a RequestCreatedEvent; its comment is not a criterion. */
  public static Outcome<FootprintCriteria> ofEvent(JsonNode data) {
    return FootprintCriteriaReader.ofEvent(data);
  }

  /** Whether nothing at all is asked. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /**
   * Whether a footprint is asked for.
   *
   * @param effective its status now, which may differ from the one it was declared with
   */
  public boolean matches(ProductFootprint footprint, Status effective) {
    return matches(FootprintTerms.of(footprint), effective);
  }

  /** Whether a footprint with these terms is asked for. */
  public boolean matches(FootprintTerms terms, Status effective) {
    return anyOf(productIds, terms.productIds())
        && anyOf(companyIds, terms.companyIds())
        && anyOf(geographies, terms.places())
        && anyOf(classifications, terms.classifications())
        && (validOn == null
            || (!terms.validFrom().isAfter(validOn) && !terms.validUntil().isBefore(validOn)))
        && (validAfter == null || terms.validFrom().isAfter(validAfter))
        && (validBefore == null || terms.validUntil().isBefore(validBefore))
        && anyOf(statuses, Set.of(FootprintTerms.folded(effective.wireName())));
  }

  private static boolean anyOf(Set<String> asked, Set<String> stated) {
    return asked.isEmpty() || !Collections.disjoint(asked, stated);
  }

  private static Set<String> names(Collection<String> names) {
    return names.stream()
        .filter(name -> !name.isEmpty())
        .map(FootprintTerms::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant micros(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }
}
