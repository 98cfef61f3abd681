package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * One threshold of a rule pack.
 *
 * @param atLeast the share that must be reached, above 0 and at most 1
 * @param onlyReplacingPrimary whether only outputs count that are used instead of primary material
 * @param calendarYears whether only whole calendar years are judged
 */
public record Criterion(
    Indicator indicator,
    Boundary boundary,
    Material material,
    BigDecimal atLeast,
    boolean onlyReplacingPrimary,
    boolean calendarYears) {
  public Criterion {
    if (atLeast.signum() <= 0 || atLeast.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a threshold is a share above 0 and at most 1, 0.98");
    }
  }

  static Criterion read(Fields in) {
    return new Criterion(
        in.value("indicator", Indicator::parse),
        in.value("boundary", Boundary::parse),
        in.value("material", Material::parse),
        in.value("atLeast", DecimalText::parse),
        Boolean.TRUE.equals(in.flagOrNull("onlyReplacingPrimary")),
        Boolean.TRUE.equals(in.flagOrNull("calendarYears")));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("indicator", indicator.wireName())
        .value("boundary", boundary.wireName())
        .value("material", material)
        .value("atLeast", DecimalText.of(atLeast))
        .flag("onlyReplacingPrimary", onlyReplacingPrimary ? true : null)
        .flag("calendarYears", calendarYears ? true : null)
        .toJson();
  }
}
