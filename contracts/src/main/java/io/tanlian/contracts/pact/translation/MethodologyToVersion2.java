package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.pact.v2.Methodology;
import io.tanlian.contracts.pact.v3.CarbonCapture;
import java.util.List;

/** Standards, rules and sources from version 3 to version 2.3. */
final class MethodologyToVersion2 {
  private static final String STANDARDS = "/pcf/crossSectoralStandards";
  private static final String NO_SUCH_FIELD = "Version 2 has no such field.";

  private MethodologyToVersion2() {}

  static Methodology of(io.tanlian.contracts.pact.v3.Methodology source, Losses losses) {
    CarbonCapture capture = source.carbonCapture();
    losses.droppedIfAny(
        capture.storageIncluded(), "/pcf/ccsTechnologicalCO2CaptureIncluded", NO_SUCH_FIELD);
    losses.droppedIfAny(capture.origin(), "/pcf/technologicalCO2CaptureOrigin", NO_SUCH_FIELD);
    losses.droppedIfAny(
        capture.calculationApproach(), "/pcf/ccuCalculationApproach", NO_SUCH_FIELD);
    losses.droppedIfAny(
        capture.creditCertification(), "/pcf/ccuCreditCertification", NO_SUCH_FIELD);
    losses.droppedIfAny(source.misplacedOperatorName(), "/pcf/otherOperatorName", NO_SUCH_FIELD);
    return new Methodology(
        AssessmentReport.earliest(source.ipccCharacterizationFactors(), losses),
        source.ipccCharacterizationFactors(),
        oldNames(source.crossSectoralStandards(), losses),
        known(source.crossSectoralStandards(), losses),
        source.productOrSectorSpecificRules(),
        null,
        source.secondaryEmissionFactorSources(),
        losses.orAssumed(
            source.packagingEmissionsIncluded(),
            false,
            "/pcf/packagingEmissionsIncluded",
            "Not stated; version 2 requires a value."));
  }

  private static List<String> known(List<String> standards, Losses losses) {
    standards.stream()
        .filter(name -> !CrossSectoralStandards.isKnownTo23(name))
        .forEach(name ->
            losses.changed(STANDARDS, STANDARDS, "Version 2.3 does not know " + name + "."));
    return standards.stream().filter(CrossSectoralStandards::isKnownTo23).toList();
  }

  private static List<String> oldNames(List<String> standards, Losses losses) {
    List<String> old = CrossSectoralStandards.old(standards);
    if (!old.isEmpty()) {
      return old;
    }
    losses.assumed(
        "/pcf/crossSectoralStandardsUsed",
        "None of the standards is one of the three of 2.0; PACT builds on ISO 14067.");
    return List.of(CrossSectoralStandards.OLD_ASSUMED);
  }
}
