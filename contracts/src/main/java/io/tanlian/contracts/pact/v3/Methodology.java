package io.tanlian.contracts.pact.v3;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standards, rules and sources a footprint was calculated by.
 *
 * @param misplacedOperatorName {@code otherOperatorName} directly in {@code pcf}, where PACT's own
 *     public example 1 has it although its place is inside a rule; kept so that such a footprint
 *     leaves as it came
 */
public record Methodology(
    List<String> ipccCharacterizationFactors,
    List<String> crossSectoralStandards,
    List<ProductOrSectorSpecificRule> productOrSectorSpecificRules,
    List<EmissionFactorSource> secondaryEmissionFactorSources,
    @Nullable Boolean packagingEmissionsIncluded,
    CarbonCapture carbonCapture,
    @Nullable String misplacedOperatorName) {
  public Methodology {
    ipccCharacterizationFactors = List.copyOf(ipccCharacterizationFactors);
    crossSectoralStandards = List.copyOf(crossSectoralStandards);
    productOrSectorSpecificRules = List.copyOf(productOrSectorSpecificRules);
    secondaryEmissionFactorSources = List.copyOf(secondaryEmissionFactorSources);
  }
}
