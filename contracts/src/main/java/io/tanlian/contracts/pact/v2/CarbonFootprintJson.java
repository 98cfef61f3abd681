package io.tanlian.contracts.pact.v2;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.EmissionFactorSource;
import io.tanlian.contracts.pact.v3.Geography;
import io.tanlian.contracts.pact.v3.ProductOrSectorSpecificRule;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.unit.DecimalText;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code pcf}. */
final class CarbonFootprintJson {
  /** Looser than ours: PACT 2 lets a decimal carry a plus sign and leading zeros. */
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");

  private CarbonFootprintJson() {}

  static CarbonFootprint read(Fields in) {
    return new CarbonFootprint(
        in.value("declaredUnit", Unit::parse),
        in.value("unitaryProductAmount", CarbonFootprintJson::decimal),
        in.valueOrNull("productMassPerDeclaredUnit", CarbonFootprintJson::decimal),
        new ReferencePeriod(
            in.value("referencePeriodStart", DateTime::new),
            in.value("referencePeriodEnd", DateTime::new)),
        Geography.read(in),
        figures(in),
        in.number("exemptedEmissionsPercent"),
        in.numberOrNull("primaryDataShare"),
        methodology(in),
        new CarbonFootprint.Descriptions(
            in.textOrNull("boundaryProcessesDescription"),
            in.textOrNull("exemptedEmissionsDescription"),
            in.textOrNull("allocationRulesDescription"),
            in.textOrNull("uncertaintyAssessmentDescription")),
        in.objectOrNull("dqi", DataQualityIndicators::read),
        in.objectOrNull("assurance", Assurance::read));
  }

  static ObjectNode write(CarbonFootprint pcf) {
    ObjectWriter out =
        new ObjectWriter()
            .value("declaredUnit", pcf.declaredUnit().wireName())
            .value("unitaryProductAmount", DecimalText.of(pcf.unitaryProductAmount()))
            .value("productMassPerDeclaredUnit", text(pcf.productMassPerDeclaredUnit()))
            .value("referencePeriodStart", pcf.referencePeriod().start())
            .value("referencePeriodEnd", pcf.referencePeriod().end());
    if (pcf.geography() != null) {
      out.value(pcf.geography().wireName(), pcf.geography().value());
    }
    pcf.figures().forEach((figure, value) -> out.value(figure.wireName(), DecimalText.of(value)));
    write(pcf.methodology(), out);
    out.number("exemptedEmissionsPercent", pcf.exemptedEmissionsPercent())
        .number("primaryDataShare", pcf.primaryDataShare())
        .value("boundaryProcessesDescription", pcf.descriptions().boundaryProcesses())
        .value("exemptedEmissionsDescription", pcf.descriptions().exemptedEmissions())
        .value("allocationRulesDescription", pcf.descriptions().allocationRules())
        .value("uncertaintyAssessmentDescription", pcf.descriptions().uncertaintyAssessment());
    if (pcf.dataQuality() != null) {
      out.object("dqi", pcf.dataQuality().toJson());
    }
    if (pcf.assurance() != null) {
      out.object("assurance", pcf.assurance().toJson());
    }
    return out.toJson();
  }

  private static Methodology methodology(Fields in) {
    return new Methodology(
        in.textOrNull("characterizationFactors"),
        in.values("ipccCharacterizationFactorsSources", text -> text),
        in.values("crossSectoralStandardsUsed", text -> text),
        in.values("crossSectoralStandards", text -> text),
        in.objects("productOrSectorSpecificRules", ProductOrSectorSpecificRule::read),
        in.textOrNull("biogenicAccountingMethodology"),
        in.objects("secondaryEmissionFactorSources", EmissionFactorSource::read),
        in.flagOrNull("packagingEmissionsIncluded"));
  }

  private static void write(Methodology methodology, ObjectWriter out) {
    out.value("characterizationFactors", methodology.characterizationFactors())
        .listUnlessEmpty(
            "ipccCharacterizationFactorsSources", methodology.ipccCharacterizationFactorsSources())
        .listUnlessEmpty("crossSectoralStandardsUsed", methodology.crossSectoralStandardsUsed())
        .listUnlessEmpty("crossSectoralStandards", methodology.crossSectoralStandards())
        .objectsUnlessEmpty(
            "productOrSectorSpecificRules",
            methodology.productOrSectorSpecificRules(),
            ProductOrSectorSpecificRule::toJson)
        .value("biogenicAccountingMethodology", methodology.biogenicAccountingMethodology())
        .objectsUnlessEmpty(
            "secondaryEmissionFactorSources",
            methodology.secondaryEmissionFactorSources(),
            EmissionFactorSource::toJson)
        .flag("packagingEmissionsIncluded", methodology.packagingEmissionsIncluded());
  }

  private static SortedMap<PcfFigure, BigDecimal> figures(Fields in) {
    SortedMap<PcfFigure, BigDecimal> figures = new TreeMap<>();
    for (PcfFigure figure : PcfFigure.values()) {
      BigDecimal value = in.valueOrNull(figure.wireName(), CarbonFootprintJson::decimal);
      if (value != null) {
        figures.put(figure, value);
      }
    }
    return figures;
  }

  private static BigDecimal decimal(String text) {
    if (text.length() > DecimalText.charsMax || !DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a decimal is written plainly, \"1.85\", in at most %d characters without exponent"
              .formatted(DecimalText.charsMax));
    }
    return new BigDecimal(text);
  }

  private static @Nullable String text(@Nullable BigDecimal value) {
    return value == null ? null : DecimalText.of(value);
  }
}
