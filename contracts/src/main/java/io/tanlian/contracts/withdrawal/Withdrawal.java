package io.tanlian.contracts.withdrawal;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes back a statement of the same issuer; it stays on the ledger, and results from it are stale.
 */
public record Withdrawal(StatementId statement, String reason) {
  public Withdrawal {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a withdrawal has a reason: say what was wrong");
    }
  }

  public static Withdrawal read(Fields in) {
    return new Withdrawal(in.value("statement", StatementId::parse), in.text("reason"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter().value("statement", statement).value("reason", reason).toJson();
  }
}
