package io.tanlian.contracts.evidence;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ledger entry that figures of an exported document stand on. With the statement and the log's
 * key its receipt can be verified at any time, without the exchange.
 *
 * @param statementType the statement's type
 * @param index its position on the ledger
 * @param leafHash SHA-256 leaf hash of the entry (RFC 9162, section 2.1.1), 64 hexadecimal digits
 * @param receipt proof that it is on the ledger (C2SP tlog-proof, version 1), as text
 * @param proves the places in the document, as JSON Pointers (RFC 6901)
 */
public record Evidence(
    StatementId statement,
    String statementType,
    long index,
    String leafHash,
    String receipt,
    List<String> proves) {
  public Evidence {
    proves = List.copyOf(proves);
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("statement", statement)
        .value("statementType", statementType)
        .wholeNumber("index", index)
        .value("leafHash", leafHash)
        .list("proves", proves)
        .value("receipt", receipt)
        .toJson();
  }
}
