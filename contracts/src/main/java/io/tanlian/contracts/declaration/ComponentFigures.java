package io.tanlian.contracts.declaration;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Figures by component: an object of decimal strings in JSON. */
final class ComponentFigures {
  private ComponentFigures() {}

  /** An unchangeable copy in which every figure has its component's sign. */
  static SortedMap<PcfComponent, BigDecimal> checked(Map<PcfComponent, BigDecimal> figures) {
    SortedMap<PcfComponent, BigDecimal> checked = new TreeMap<>();
    figures.forEach((component, figure) -> checked.put(component, require(component, figure)));
    return Collections.unmodifiableSortedMap(checked);
  }

  /** The figures in this field; empty where it is absent. */
  static SortedMap<PcfComponent, BigDecimal> read(Fields in, String name) {
    SortedMap<PcfComponent, BigDecimal> figures = in.objectOrNull(name, ComponentFigures::figures);
    return figures == null ? new TreeMap<>() : figures;
  }

  static ObjectNode toJson(SortedMap<PcfComponent, BigDecimal> figures) {
    ObjectWriter out = new ObjectWriter();
    figures.forEach((component, figure) -> out.value(component.wireName(), DecimalText.of(figure)));
    return out.toJson();
  }

  private static SortedMap<PcfComponent, BigDecimal> figures(Fields in) {
    SortedMap<PcfComponent, BigDecimal> figures = new TreeMap<>();
    for (PcfComponent component : PcfComponent.values()) {
      @Nullable BigDecimal figure =
          in.valueOrNull(component.wireName(), text -> require(component, DecimalText.parse(text)));
      if (figure != null) {
        figures.put(component, figure);
      }
    }
    return figures;
  }

  private static BigDecimal require(PcfComponent component, BigDecimal figure) {
    if (!component.accepts(figure)) {
      throw new IllegalArgumentException(
          component.sign() == PcfComponent.Sign.NOT_NEGATIVE
              ? "%s is not below zero".formatted(component.wireName())
              : "%s is not above zero: removals carry a minus sign"
                  .formatted(component.wireName()));
    }
    return DecimalText.plain(figure);
  }
}
