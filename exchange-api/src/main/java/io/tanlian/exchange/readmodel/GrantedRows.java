package io.tanlian.exchange.readmodel;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Statement;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a grant adds to the read models. Products are spelled as equivalent names (RFC 8141) match.
 */
final class GrantedRows {

  private static final String GRANTED =
      """
      INSERT INTO %s.consent
        (position, statement, grantor, recipient, products, statements, parts, valid_until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (position) DO NOTHING
      """;

  private static final String OPENS_DECLARATIONS =
      """
      INSERT INTO %1$s.granted (recipient, declaration, consent)
      SELECT ?, position, ? FROM %1$s.declaration
      WHERE issuer = ? AND product_ids && ? AND position < ?
      UNION
      SELECT ?, position, ? FROM %1$s.declaration
      WHERE issuer = ? AND statement = ANY (?) AND position < ?
      ON CONFLICT DO NOTHING
      """;

  private GrantedRows() {}

  static void add(ReadModelWrites writes, long index, Statement statement, Grant grant)
      throws SQLException {
    List<String> products =
        switch (grant.scope()) {
          case GrantScope.AllProducts() -> List.of("*");
          case GrantScope.Products(List<ProductId> named) ->
              named.stream().map(product -> product.urn().normalized()).toList();
          case GrantScope.Statements _ -> List.of();
        };
    UUID[] statements =
        grant.scope() instanceof GrantScope.Statements(List<StatementId> named)
            ? named.stream().map(StatementId::uuid).toArray(UUID[]::new)
            : new UUID[0];
    Array productArray = writes.texts(products, Function.identity());
    Array statementArray = writes.array("uuid", statements);
    String recipient = grant.recipient().value();
    writes.insert(
        GRANTED,
        index,
        statement.id().uuid(),
        statement.issuer().value(),
        recipient,
        productArray,
        statementArray,
        writes.texts(grant.parts(), GrantedPart::wireName),
        ReadModelWrites.time(grant.validUntil()));
    if (!(grant.scope() instanceof GrantScope.AllProducts)) {
      writes.update(
          OPENS_DECLARATIONS,
          recipient,
          index,
          statement.issuer().value(),
          productArray,
          index,
          recipient,
          index,
          statement.issuer().value(),
          statementArray,
          index);
    }
  }
}
