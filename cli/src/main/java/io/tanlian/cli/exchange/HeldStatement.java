package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.SignedStatement;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A statement as the exchange hands it to one reader.
 *
 * @param index its position on the ledger
 * @param type what kind of statement the exchange says it is
 * @param issuer who the exchange says issued it
 * @param signed the signed bytes, with the disclosures that this reader may see
 * @param complete whether those are all of its disclosures
 * @param receipt the proof that it is on the ledger (C2SP tlog-proof), not verified
 */
public record HeldStatement(
    StatementId statement,
    long index,
    String type,
    String issuer,
    SignedStatement signed,
    boolean complete,
    String receipt) {

  static HeldStatement read(JsonNode body) {
    List<String> disclosures =
        StreamSupport.stream(body.path("disclosures").spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    return new HeldStatement(
        StatementId.parse(JsonField.text(body, "statement")),
        JsonField.wholeNumber(body, "index"),
        JsonField.text(body, "type"),
        JsonField.text(body, "issuer"),
        new SignedStatement(JsonField.text(body, "jwt"), disclosures),
        body.path("complete").asBoolean(false),
        JsonField.text(body, "receipt"));
  }
}
