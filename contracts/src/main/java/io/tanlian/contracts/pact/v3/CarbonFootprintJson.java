package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code pcf}: flat, as PACT has it, while the record groups it. */
final class CarbonFootprintJson {
  private CarbonFootprintJson() {}

  static CarbonFootprint read(Fields in) {
    return new CarbonFootprint(
        new DeclaredUnit(
            new Quantity(
                in.value("declaredUnitAmount", DecimalText::parse),
                in.value("declaredUnitOfMeasurement", Unit::parse)),
            in.value("productMassPerDeclaredUnit", DecimalText::parse)),
        new ReferencePeriod(
            in.value("referencePeriodStart", DateTime::new),
            in.value("referencePeriodEnd", DateTime::new)),
        Geography.read(in),
        figures(in),
        MethodologyJson.read(in),
        new Descriptions(
            in.textOrNull("boundaryProcessesDescription"),
            in.textOrNull("exemptedEmissionsDescription"),
            in.textOrNull("allocationRulesDescription")),
        in.objectOrNull("dqi", CarbonFootprintJson::dataQuality),
        in.objectOrNull("verification", CarbonFootprintJson::verification));
  }

  static ObjectNode write(CarbonFootprint pcf) {
    Quantity declared = pcf.declaredUnit().quantity();
    ObjectWriter out =
        new ObjectWriter()
            .value("declaredUnitOfMeasurement", declared.unit().wireName())
            .value("declaredUnitAmount", DecimalText.of(declared.amount()))
            .value("productMassPerDeclaredUnit", DecimalText.of(pcf.declaredUnit().productMassKg()))
            .value("referencePeriodStart", pcf.referencePeriod().start())
            .value("referencePeriodEnd", pcf.referencePeriod().end());
    if (pcf.geography() != null) {
      out.value(pcf.geography().wireName(), pcf.geography().value());
    }
    pcf.figures().forEach((figure, value) -> out.value(figure.wireName(), DecimalText.of(value)));
    MethodologyJson.write(pcf.methodology(), out);
    return out.value("boundaryProcessesDescription", pcf.descriptions().boundaryProcesses())
        .value("exemptedEmissionsDescription", pcf.descriptions().exemptedEmissions())
        .value("allocationRulesDescription", pcf.descriptions().allocationRules())
        .object("dqi", write(pcf.dataQuality()))
        .object("verification", write(pcf.verification()))
        .toJson();
  }

  private static SortedMap<PcfFigure, BigDecimal> figures(Fields in) {
    SortedMap<PcfFigure, BigDecimal> figures = new TreeMap<>();
    for (PcfFigure figure : PcfFigure.values()) {
      BigDecimal value =
          in.valueOrNull(figure.wireName(), text -> figure.require(DecimalText.parse(text)));
      if (value != null) {
        figures.put(figure, value);
      }
    }
    return figures;
  }

  private static DataQualityIndicators dataQuality(Fields in) {
    return new DataQualityIndicators(
        in.value("technologicalDQR", DecimalText::parse),
        in.value("geographicalDQR", DecimalText::parse),
        in.value("temporalDQR", DecimalText::parse));
  }

  private static @Nullable ObjectNode write(@Nullable DataQualityIndicators quality) {
    return quality == null
        ? null
        : new ObjectWriter()
            .value("technologicalDQR", DecimalText.of(quality.technological()))
            .value("geographicalDQR", DecimalText.of(quality.geographical()))
            .value("temporalDQR", DecimalText.of(quality.temporal()))
            .toJson();
  }

  private static Verification verification(Fields in) {
    return new Verification(
        in.textOrNull("coverage"),
        in.textOrNull("providerName"),
        in.valueOrNull("completedAt", DateTime::new),
        in.textOrNull("standardName"),
        in.textOrNull("comments"));
  }

  private static @Nullable ObjectNode write(@Nullable Verification verification) {
    return verification == null
        ? null
        : new ObjectWriter()
            .value("coverage", verification.coverage())
            .value("providerName", verification.providerName())
            .value("completedAt", verification.completedAt())
            .value("standardName", verification.standardName())
            .value("comments", verification.comments())
            .toJson();
  }
}
