package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an exchange answers to {@code GET /v1/products/{id}/footprint}, as far as exports need it.
 * Figures are kgCO2e excluding biogenic uptake.
 *
 * @param asOf size of the ledger it was computed at
 * @param declaredAmount the declared unit, in {@code unit}
 * @param perUnit for one {@code unit}
 * @param missing inputs of which nothing is known, so that the figures are too low
 * @param stale what it was computed from although something newer is known
 * @param tree the product and its inputs, for one {@code unit}
 * @param pins the statements it was computed from
 */
public record RollUpAnswer(
    ProductId product,
    long asOf,
    BigDecimal declaredAmount,
    String unit,
    BigDecimal perUnit,
    List<Gap> missing,
    List<Gap> stale,
    Optional<Branch> tree,
    List<Pin> pins) {

  /** A product and what is wrong with it, in words. */
  public record Gap(String product, String words) {}

  /** A statement that was used. */
  public record Pin(StatementId statement, long index) {
    static Pin read(JsonNode pin) {
      return new Pin(
          StatementId.parse(JsonField.text(pin, "statement")), JsonField.wholeNumber(pin, "index"));
    }
  }

  /**
   * A product in the tree of inputs: its {@code own} emissions, those of its branches, and the
   * {@code rest} of them that the tree does not show are together its total.
   *
   * @param kind what it stands on: {@code computed} from a recipe, {@code declared} as a whole,
   *     {@code estimated} by a secondary factor, or {@code missing}
   */
  public record Branch(
      ProductId product, String kind, BigDecimal own, BigDecimal rest, List<Branch> branches) {
    static Branch read(JsonNode branch) {
      return new Branch(
          ProductId.parse(JsonField.text(branch, "product")),
          JsonField.text(branch, "kind"),
          JsonField.figure(branch, "own"),
          JsonField.figure(branch, "rest"),
          JsonField.elements(branch, "branches", Branch::read));
    }
  }

  /** Reads an answer; a member that is missing makes it unusable. */
  public static RollUpAnswer read(JsonNode body) {
    JsonNode declared = body.path("declaredUnit");
    return new RollUpAnswer(
        ProductId.parse(JsonField.text(body, "product")),
        JsonField.wholeNumber(body, "asOf"),
        JsonField.figure(declared, "amount"),
        JsonField.text(declared, "unit"),
        JsonField.figure(body.path("perUnit"), "pcfExcludingBiogenicUptake"),
        JsonField.elements(
            body,
            "missing",
            gap -> new Gap(JsonField.text(gap, "product"), JsonField.text(gap, "words"))),
        JsonField.elements(
            body,
            "stale",
            gap ->
                new Gap(
                    JsonField.text(gap, "product"),
                    JsonField.text(gap, "cause") + " since " + JsonField.text(gap, "since"))),
        body.has("tree") ? Optional.of(Branch.read(body.path("tree"))) : Optional.empty(),
        JsonField.elements(body, "pins", Pin::read));
  }
}
