package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names a batch.
 *
 * @param statement that brought it onto the ledger
 * @param lot its name in that statement
 */
public record BatchId(StatementId statement, String lot) {

  static BatchId read(Fields in) {
    return new BatchId(in.value("statement", StatementId::parse), in.text("lot"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter().value("statement", statement).value("lot", lot).toJson();
  }

  @Override
  public String toString() {
    return statement.value() + " lot " + lot;
  }
}
