package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;

/** The fields of {@code pcf} about standards, rules and sources. */
final class MethodologyJson {
  private MethodologyJson() {}

  static Methodology read(Fields in) {
    return new Methodology(
        in.values("ipccCharacterizationFactors", text -> text),
        in.values("crossSectoralStandards", text -> text),
        in.objects("productOrSectorSpecificRules", ProductOrSectorSpecificRule::read),
        in.objects("secondaryEmissionFactorSources", EmissionFactorSource::read),
        in.flagOrNull("packagingEmissionsIncluded"),
        new CarbonCapture(
            in.flagOrNull("ccsTechnologicalCO2CaptureIncluded"),
            in.textOrNull("technologicalCO2CaptureOrigin"),
            in.textOrNull("ccuCalculationApproach"),
            in.textOrNull("ccuCreditCertification")),
        in.textOrNull("otherOperatorName"));
  }

  static void write(Methodology methodology, ObjectWriter out) {
    CarbonCapture capture = methodology.carbonCapture();
    out.list("ipccCharacterizationFactors", methodology.ipccCharacterizationFactors())
        .list("crossSectoralStandards", methodology.crossSectoralStandards())
        .objectsUnlessEmpty(
            "productOrSectorSpecificRules",
            methodology.productOrSectorSpecificRules(),
            ProductOrSectorSpecificRule::toJson)
        .objectsUnlessEmpty(
            "secondaryEmissionFactorSources",
            methodology.secondaryEmissionFactorSources(),
            EmissionFactorSource::toJson)
        .flag("packagingEmissionsIncluded", methodology.packagingEmissionsIncluded())
        .flag("ccsTechnologicalCO2CaptureIncluded", capture.storageIncluded())
        .value("technologicalCO2CaptureOrigin", capture.origin())
        .value("ccuCalculationApproach", capture.calculationApproach())
        .value("ccuCreditCertification", capture.creditCertification())
        .value("otherOperatorName", methodology.misplacedOperatorName());
  }
}
