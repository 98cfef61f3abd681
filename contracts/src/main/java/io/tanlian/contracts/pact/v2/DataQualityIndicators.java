package io.tanlian.contracts.pact.v2;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Data quality ratings of version 2, each from 1 (best) to 3, over {@code coveragePercent} of the
 * footprint. Version 3 rates on another scale.
 */
public record DataQualityIndicators(
    @Nullable BigDecimal coveragePercent,
    @Nullable BigDecimal technological,
    @Nullable BigDecimal temporal,
    @Nullable BigDecimal geographical,
    @Nullable BigDecimal completeness,
    @Nullable BigDecimal reliability) {

  static DataQualityIndicators read(Fields in) {
    return new DataQualityIndicators(
        in.numberOrNull("coveragePercent"),
        in.numberOrNull("technologicalDQR"),
        in.numberOrNull("temporalDQR"),
        in.numberOrNull("geographicalDQR"),
        in.numberOrNull("completenessDQR"),
        in.numberOrNull("reliabilityDQR"));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .number("coveragePercent", coveragePercent)
        .number("technologicalDQR", technological)
        .number("temporalDQR", temporal)
        .number("geographicalDQR", geographical)
        .number("completenessDQR", completeness)
        .number("reliabilityDQR", reliability)
        .toJson();
  }
}
