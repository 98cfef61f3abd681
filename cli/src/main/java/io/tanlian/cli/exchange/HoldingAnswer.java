package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.CustodyModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What an exchange answers to {@code GET /v1/batches}: the batches a statement brought, and what is
 * left of them. {@code GET /v1/offers} answers with many.
 *
 * @param index the statement's position on the ledger
 * @param holder who may use them
 * @param site of the account their credits stand in
 * @param usableUntil the last day of the credits
 * @param correctedAt position of the entry that undid the statement
 * @param treeSize size of the ledger it was computed at
 */
public record HoldingAnswer(
    StatementId statement,
    long index,
    String type,
    String issuer,
    String holder,
    Optional<CustodyModel> custody,
    Optional<String> site,
    Optional<String> usableUntil,
    OptionalLong correctedAt,
    List<BatchLeft> batches,
    long treeSize) {

  /** One batch, masses in kilograms. */
  public record BatchLeft(
      String lot,
      String product,
      Optional<String> compound,
      boolean replacesPrimary,
      BigDecimal mass,
      BigDecimal massLeft,
      List<MaterialMass> contents,
      List<MaterialMass> left,
      List<String> identities) {
    static BatchLeft read(JsonNode one) {
      return new BatchLeft(
          JsonField.text(one, "lot"),
          JsonField.text(one, "product"),
          JsonField.textIfAny(one, "compound"),
          JsonField.flag(one, "replacesPrimary"),
          JsonField.figure(one, "mass"),
          JsonField.figure(one, "massLeft"),
          MaterialMass.all(one, "contents"),
          MaterialMass.all(one, "left"),
          JsonField.texts(one, "identities"));
    }
  }

  static HoldingAnswer read(JsonNode body) {
    return new HoldingAnswer(
        StatementId.parse(JsonField.text(body, "statement")),
        JsonField.wholeNumber(body, "index"),
        JsonField.text(body, "type"),
        JsonField.text(body, "issuer"),
        JsonField.text(body, "holder"),
        JsonField.textIfAny(body, "custody").map(CustodyModel::parse),
        JsonField.textIfAny(body, "site"),
        JsonField.textIfAny(body, "usableUntil"),
        JsonField.wholeNumberIfAny(body, "correctedAt"),
        JsonField.elements(body, "batches", BatchLeft::read),
        JsonField.wholeNumber(body, "treeSize"));
  }

  static List<HoldingAnswer> readAll(JsonNode body) {
    List<HoldingAnswer> all = new ArrayList<>();
    body.forEach(one -> all.add(read(one)));
    return all;
  }
}
