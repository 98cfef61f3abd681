package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.pact.v2.Methodology;
import io.tanlian.contracts.pact.v3.CarbonCapture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Standards, rules and sources from version 2 to version 3. */
final class MethodologyToVersion3 {
  private static final String FACTORS = "/pcf/characterizationFactors";
  private static final String OLD_STANDARDS = "/pcf/crossSectoralStandardsUsed";
  private static final String STANDARDS = "/pcf/crossSectoralStandards";

  private MethodologyToVersion3() {}

  static io.tanlian.contracts.pact.v3.Methodology of(Methodology source, Losses losses) {
    losses.droppedIfAny(
        source.biogenicAccountingMethodology(),
        "/pcf/biogenicAccountingMethodology",
        "Version 3 has no such field: its methodology says how.");
    return new io.tanlian.contracts.pact.v3.Methodology(
        factors(source, losses),
        standards(source, losses),
        source.productOrSectorSpecificRules(),
        source.secondaryEmissionFactorSources(),
        source.packagingEmissionsIncluded(),
        new CarbonCapture(null, null, null, null),
        null);
  }

  private static List<String> factors(Methodology source, Losses losses) {
    List<String> sources = source.ipccCharacterizationFactorsSources();
    String earliest = source.characterizationFactors();
    if (sources.isEmpty()) {
      return earliest == null ? List.of() : List.of(earliest);
    }
    if (earliest != null && !AssessmentReport.isEarliest(earliest, sources)) {
      losses.dropped(FACTORS, "The sources are kept, of which it is not the earliest.");
    }
    return sources;
  }

  private static List<String> standards(Methodology source, Losses losses) {
    List<String> standards = new ArrayList<>(source.crossSectoralStandards());
    for (String old : source.crossSectoralStandardsUsed()) {
      String renewed = CrossSectoralStandards.renewed(old);
      if (!standards.contains(renewed)) {
        standards.add(renewed);
        losses.changed(OLD_STANDARDS, STANDARDS, "%s is written as %s.".formatted(old, renewed));
      }
    }
    List<String> named = source.crossSectoralStandardsUsed();
    List<String> implied = CrossSectoralStandards.old(standards);
    if (!named.isEmpty() && !new HashSet<>(named).equals(new HashSet<>(implied))) {
      losses.changed(
          OLD_STANDARDS, STANDARDS, "Version 3 has one list of standards, which names others too.");
    }
    return standards;
  }
}
