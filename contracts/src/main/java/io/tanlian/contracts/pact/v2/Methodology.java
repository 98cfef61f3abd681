package io.tanlian.contracts.pact.v2;

import io.tanlian.contracts.pact.v3.EmissionFactorSource;
import io.tanlian.contracts.pact.v3.ProductOrSectorSpecificRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standards, rules and sources a footprint was calculated by.
 *
 * @param characterizationFactors {@code AR5} or {@code AR6}: the earliest used; superseded by the
 *     sources in 2.3, and all that earlier versions have
 * @param crossSectoralStandardsUsed likewise, superseded by {@code crossSectoralStandards}
 */
public record Methodology(
    @Nullable String characterizationFactors,
    List<String> ipccCharacterizationFactorsSources,
    List<String> crossSectoralStandardsUsed,
    List<String> crossSectoralStandards,
    List<ProductOrSectorSpecificRule> productOrSectorSpecificRules,
    @Nullable String biogenicAccountingMethodology,
    List<EmissionFactorSource> secondaryEmissionFactorSources,
    @Nullable Boolean packagingEmissionsIncluded) {
  public Methodology {
    ipccCharacterizationFactorsSources = List.copyOf(ipccCharacterizationFactorsSources);
    crossSectoralStandardsUsed = List.copyOf(crossSectoralStandardsUsed);
    crossSectoralStandards = List.copyOf(crossSectoralStandards);
    productOrSectorSpecificRules = List.copyOf(productOrSectorSpecificRules);
    secondaryEmissionFactorSources = List.copyOf(secondaryEmissionFactorSources);
  }
}
