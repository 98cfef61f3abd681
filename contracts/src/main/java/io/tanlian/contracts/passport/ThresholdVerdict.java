package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a rule pack judges the recycled share of a material.
 *
 * @param pack the pack's id
 * @param boundary what it is a share of, {@code activeMaterials} for one
 * @param verdict {@code met}, {@code missed} or {@code notJudged}
 * @param share both origins together, 0 to 1; null where it was not judged
 * @param atLeast the threshold, 0 to 1; null where none was stated
 */
public record ThresholdVerdict(
    String pack,
    String version,
    String boundary,
    Material material,
    String verdict,
    @Nullable BigDecimal share,
    @Nullable BigDecimal atLeast) {
  ObjectNode toJson() {
    return new ObjectWriter()
        .value("pack", pack)
        .value("version", version)
        .value("boundary", boundary)
        .value("material", material)
        .value("verdict", verdict)
        .value("share", share == null ? null : DecimalText.of(share))
        .value("atLeast", atLeast == null ? null : DecimalText.of(atLeast))
        .toJson();
  }
}
