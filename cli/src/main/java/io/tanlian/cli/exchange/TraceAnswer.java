package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.StatementId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an exchange answers to {@code GET /v1/trace}: the way of material.
 *
 * @param steps in the ledger's order
 * @param complete false if there are more
 * @param treeSize size of the ledger it was computed at
 */
public record TraceAnswer(String direction, List<Step> steps, boolean complete, long treeSize) {

  /**
   * A statement on the way.
   *
   * @param tier how far from the start, which is 0
   * @param index its position on the ledger
   * @param holder who may use what it brought
   * @param route {@code regeneration}, {@code secondLife} or {@code production}
   * @param product that it claims recycled content of
   * @param identities of the batteries it claims for
   */
  public record Step(
      long tier,
      long index,
      StatementId statement,
      String type,
      String issuer,
      String holder,
      Optional<String> route,
      Optional<String> product,
      List<Use> uses,
      List<Brought> brings,
      List<String> identities) {
    static Step read(JsonNode one) {
      return new Step(
          JsonField.wholeNumber(one, "tier"),
          JsonField.wholeNumber(one, "index"),
          StatementId.parse(JsonField.text(one, "statement")),
          JsonField.text(one, "type"),
          JsonField.text(one, "issuer"),
          JsonField.text(one, "holder"),
          JsonField.textIfAny(one, "route"),
          JsonField.textIfAny(one, "product"),
          JsonField.elements(one, "uses", Use::read),
          JsonField.elements(one, "brings", Brought::read),
          JsonField.texts(one, "identities"));
    }
  }

  /** Some of an earlier batch, in kilograms. */
  public record Use(
      StatementId statement, String lot, BigDecimal mass, List<MaterialMass> contents) {
    static Use read(JsonNode one) {
      return new Use(
          StatementId.parse(JsonField.text(one, "statement")),
          JsonField.text(one, "lot"),
          JsonField.figure(one, "mass"),
          MaterialMass.all(one, "contents"));
    }
  }

  /** A batch that began, in kilograms. */
  public record Brought(
      String lot,
      String product,
      BigDecimal mass,
      List<MaterialMass> contents,
      List<String> identities) {
    static Brought read(JsonNode one) {
      return new Brought(
          JsonField.text(one, "lot"),
          JsonField.text(one, "product"),
          JsonField.figure(one, "mass"),
          MaterialMass.all(one, "contents"),
          JsonField.texts(one, "identities"));
    }
  }

  static TraceAnswer read(JsonNode body) {
    return new TraceAnswer(
        JsonField.text(body, "direction"),
        JsonField.elements(body, "steps", Step::read),
        JsonField.flag(body, "complete"),
        JsonField.wholeNumber(body, "treeSize"));
  }
}
