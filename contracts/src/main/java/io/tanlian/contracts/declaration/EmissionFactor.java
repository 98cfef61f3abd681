package io.tanlian.contracts.declaration;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.EmissionFactorSource;
import io.tanlian.contracts.pact.v3.PcfComponent;
import java.math.BigDecimal;
import java.util.SortedMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secondary data for one unit of an input, in kgCO2e. Totals are not stated: they follow from the
 * components.
 */
public record EmissionFactor(
    EmissionFactorSource source, SortedMap<PcfComponent, BigDecimal> values) {
  public EmissionFactor {
    values = ComponentFigures.checked(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "an emission factor has at least one value: fill values, fossilGhgEmissions for one");
    }
  }

  static EmissionFactor read(Fields in) {
    return new EmissionFactor(
        in.object("source", EmissionFactorSource::read), ComponentFigures.read(in, "values"));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .object("source", source.toJson())
        .object("values", ComponentFigures.toJson(values))
        .toJson();
  }
}
