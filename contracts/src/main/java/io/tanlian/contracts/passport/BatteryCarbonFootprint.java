package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The carbon footprint section (Regulation (EU) 2023/1542, article 7 and annex XIII, 1; DIN DKE
 * SPEC 99100, 6.3). A figure that is not known is null, and the passport says why.
 *
 * @param perKwh kgCO2e per kilowatt hour of the total energy provided over the expected service
 *     life, all four stages, 6.3.2
 * @param stages kgCO2e per kilowatt hour, 6.3.3 to 6.3.6
 * @param performanceClass 6.3.7
 * @param study web link, 6.3.8
 * @param absoluteKg kgCO2e for one battery, all four stages, 6.3.10. The Battery Pass data model
 *     1.2.0 has kilograms here; the SPEC is quoted with tonnes
 * @param cradleToGateKg kgCO2e for one battery up to the factory's gate, as the exchange computed
 *     it; no attribute of the SPEC
 * @param asOf size of the ledger it was computed at
 */
public record BatteryCarbonFootprint(
    @Nullable BigDecimal perKwh,
    SortedMap<LifecycleStage, BigDecimal> stages,
    @Nullable String performanceClass,
    @Nullable String study,
    @Nullable BigDecimal absoluteKg,
    @Nullable BigDecimal cradleToGateKg,
    long asOf) {
  public BatteryCarbonFootprint {
    stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
  }

  ObjectNode toJson() {
    List<Map.Entry<LifecycleStage, BigDecimal>> known = new ArrayList<>(stages.entrySet());
    return new ObjectWriter()
        .value("batteryCarbonFootprint", text(perKwh))
        .objectsUnlessEmpty(
            "carbonFootprintPerLifecycleStage", known, BatteryCarbonFootprint::stage)
        .value("carbonFootprintPerformanceClass", performanceClass)
        .value("carbonFootprintStudy", study)
        .value("absoluteCarbonFootprint", text(absoluteKg))
        .value("cradleToGateCarbonFootprint", text(cradleToGateKg))
        .wholeNumber("asOf", asOf)
        .toJson();
  }

  private static ObjectNode stage(Map.Entry<LifecycleStage, BigDecimal> stage) {
    return new ObjectWriter()
        .value("lifecycleStage", stage.getKey().wireName())
        .value("carbonFootprint", DecimalText.of(stage.getValue()))
        .toJson();
  }

  private static @Nullable String text(@Nullable BigDecimal figure) {
    return figure == null ? null : DecimalText.of(figure);
  }
}
