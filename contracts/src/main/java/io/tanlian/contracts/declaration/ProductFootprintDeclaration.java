package io.tanlian.contracts.declaration;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.unit.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A product's footprint and, where its owner declares it, how it was calculated: what went in and
 * out and which emissions the step itself had, for {@code output} of the product.
 *
 * <p>In a complete declaration the schema demands {@code output}, {@code inputs} and {@code
 * directEmissions} together or not at all. Here each may be missing alone, since each may be
 * concealed from the reader.
 *
 * @param output how much of the product the inputs and direct emissions are for, above zero; null
 *     where nobody declared it, or where it is concealed
 * @param inputs in the order they were declared
 * @param directEmissions kgCO2e for {@code output}
 */
public record ProductFootprintDeclaration(
    ProductFootprint footprint,
    @Nullable Quantity output,
    List<InputLine> inputs,
    SortedMap<PcfComponent, BigDecimal> directEmissions) {
  public ProductFootprintDeclaration {
    inputs = List.copyOf(inputs);
    directEmissions = ComponentFigures.checked(directEmissions);
    if (output != null && output.isZero()) {
      throw new IllegalArgumentException(
          "output is above zero: state inputs and direct emissions for some of the product");
    }
  }

  public static ProductFootprintDeclaration read(Fields in) {
    return new ProductFootprintDeclaration(
        in.object("productFootprint", ProductFootprint::read),
        in.objectOrNull("output", ProductFootprintDeclaration::quantity),
        in.objects("inputs", InputLine::read),
        ComponentFigures.read(in, "directEmissions"));
  }

  public ObjectNode toJson() {
    ObjectWriter out = new ObjectWriter().object("productFootprint", footprint.toJson());
    if (output != null) {
      out.object("output", InputLine.write(output, new ObjectWriter()).toJson());
    }
    if (output != null || !inputs.isEmpty()) {
      out.objects("inputs", inputs, InputLine::toJson);
    }
    if (output != null || !directEmissions.isEmpty()) {
      out.object("directEmissions", ComponentFigures.toJson(directEmissions));
    }
    return out.toJson();
  }

  private static Quantity quantity(Fields in) {
    return InputLine.readQuantity(in);
  }
}
