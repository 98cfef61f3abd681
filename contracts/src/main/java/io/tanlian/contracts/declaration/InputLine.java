package io.tanlian.contracts.declaration;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.json.WireName;
import io.tanlian.contracts.unit.DecimalText;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One product that goes into a step, or leaves it with its burden.
 *
 * @param statement the supplier's statement that was used; null in a loop or where there is none
 * @param emissionFactor secondary data used where no supplier figure is known
 * @param recycled that some of it is recycled; null counts the whole input by its statement or
 *     emission factor
 */
public record InputLine(
    ProductId product,
    Direction direction,
    Quantity quantity,
    @Nullable StatementId statement,
    @Nullable EmissionFactor emissionFactor,
    @Nullable RecycledInput recycled) {

  static InputLine read(Fields in) {
    Direction direction = in.valueOrNull("direction", Direction::parse);
    return new InputLine(
        in.value("product", ProductId::parse),
        direction == null ? Direction.IN : direction,
        readQuantity(in),
        in.valueOrNull("statement", StatementId::parse),
        in.objectOrNull("emissionFactor", EmissionFactor::read),
        in.objectOrNull("recycled", RecycledInput::read));
  }

  ObjectNode toJson() {
    ObjectWriter out =
        new ObjectWriter().value("product", product).value("direction", direction.wireName());
    return write(quantity, out)
        .value("statement", statement)
        .object("emissionFactor", emissionFactor == null ? null : emissionFactor.toJson())
        .object("recycled", recycled == null ? null : recycled.toJson())
        .toJson();
  }

  static Quantity readQuantity(Fields in) {
    return new Quantity(in.value("amount", DecimalText::parse), in.value("unit", Unit::parse));
  }

  static ObjectWriter write(Quantity quantity, ObjectWriter out) {
    return out.value("amount", DecimalText.of(quantity.amount()))
        .value("unit", quantity.unit().wireName());
  }

  /** Which way a product crosses the boundary of a step. */
  public enum Direction implements WireName {
    /** Into the step: its burden is added. */
    IN("in"),
    /** Out of it with its burden, production scrap for one: its burden is subtracted. */
    OUT("out");

    private final String wireName;

    Direction(String wireName) {
      this.wireName = wireName;
    }

    static Direction parse(String wireName) {
      return WireName.parse(Direction.class, "a direction", wireName);
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
