package io.tanlian.contracts.declaration;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of an input is recycled and how that counts. The statement or emission factor of the
 * input's line is then the burden of primary material alone (Ev): a supplier's figure for the
 * mixture has the recycled material in it already.
 *
 * @param claim the statement that claims the recycled content
 * @param share of recycled material in the input (R1), above 0 and at most 1
 * @param recycling burden of collection, sorting and recycling (Erecycled) for one unit of the
 *     input, all of it being recycled
 */
public record RecycledInput(
    StatementId claim, BigDecimal share, EmissionFactor recycling, RecyclingFormula formula) {
  public RecycledInput {
    share = Share.aboveZero("share (R1)", share);
  }

  /** The method whose figure this is: that of the claim. */
  public RecyclingMethod method() {
    return formula.method();
  }

  static RecycledInput read(Fields in) {
    return new RecycledInput(
        in.value("claim", StatementId::parse),
        in.value("share", DecimalText::parse),
        in.object("recycling", EmissionFactor::read),
        RecyclingFormula.read(in.value("method", RecyclingMethod::parse), in));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("claim", claim)
        .value("method", method().wireName())
        .value("share", DecimalText.of(share))
        .object("recycling", recycling.toJson())
        .object(
            "circular",
            formula instanceof RecyclingFormula.Circular circular ? circular.toJson() : null)
        .toJson();
  }
}
