package io.tanlian.exchange.readmodel;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import java.sql.Array;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What each kind of statement changes in the read models. An update names the positions before its
 * own, so that it is the same whether later rows are there already or not.
 */
final class ReadModels {

  private static final String ADMITTED =
      """
      INSERT INTO %s.participant (participant, name, roles, position) VALUES (?, ?, ?, ?)
      ON CONFLICT (participant) DO NOTHING
      """;

  private static final String DECLARED =
      """
      INSERT INTO %s.declaration
        (position, statement, issuer, footprint, product_ids, company_ids, status)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (position) DO NOTHING
      """;

  private static final String SUPERSEDED =
      """
      UPDATE %s.declaration SET ended_at = ?
      WHERE issuer = ? AND footprint = ANY (?) AND ended_at IS NULL AND position < ?
      """;

  private static final String GRANTED =
      """
      INSERT INTO %s.consent
        (position, statement, grantor, recipient, products, statements, parts, valid_until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (position) DO NOTHING
      """;

  private static final String DECLARATION_WITHDRAWN =
      """
      UPDATE %s.declaration SET ended_at = ?
      WHERE issuer = ? AND statement = ? AND ended_at IS NULL AND position < ?
      """;

  private static final String GRANT_WITHDRAWN =
      """
      UPDATE %s.consent SET withdrawn_at = ?
      WHERE grantor = ? AND statement = ? AND withdrawn_at IS NULL AND position < ?
      """;

  private final ReadModelWrites writes;
  private final long index;
  private final StatementId id;
  private final ParticipantId issuer;

  private ReadModels(ReadModelWrites writes, long index, Statement statement) {
    this.writes = writes;
    this.index = index;
    this.id = statement.id();
    this.issuer = statement.issuer();
  }

  /** Adds what the statement changes to the writes. */
  static void apply(ReadModelWrites writes, long index, Statement statement) throws SQLException {
    var models = new ReadModels(writes, index, statement);
    switch (statement.claim()) {
      case Claim.Admitted(ParticipantAdmitted admitted) -> models.admitted(admitted);
      case Claim.Declared(ProductFootprintDeclaration declaration) ->
          models.declared(declaration.footprint());
      case Claim.Granted(Grant grant) -> models.granted(grant);
      case Claim.Withdrawn(var withdrawal) -> models.withdrawn(withdrawal.statement());
      case Claim.Enrolled _,
          Claim.Rotated _,
          Claim.Revoked _,
          Claim.Recovered _,
          Claim.Batched _,
          Claim.Offered _,
          Claim.Accepted _,
          Claim.Processed _,
          Claim.Claimed _,
          Claim.Corrected _,
          Claim.Certified _,
          Claim.HandedOver _,
          Claim.Cancelled _,
          Claim.Reversed _,
          Claim.Published _,
          Claim.Requested _,
          Claim.Answered _,
          Claim.Received _ -> {}
    }
  }

  private void admitted(ParticipantAdmitted admitted) throws SQLException {
    writes.insert(
        ADMITTED,
        admitted.participant().value(),
        admitted.name(),
        texts(admitted.roles(), Role::wireName),
        index);
  }

  private void declared(ProductFootprint footprint) throws SQLException {
    writes.insert(
        DECLARED,
        index,
        id.uuid(),
        issuer.value(),
        footprint.id().uuid(),
        texts(footprint.productIds(), ReadModels::normalized),
        texts(footprint.companyIds(), Object::toString),
        footprint.status().wireName());
    if (!footprint.precedingPfIds().isEmpty()) {
      writes.update(
          SUPERSEDED,
          index,
          issuer.value(),
          writes.array(
              "uuid",
              footprint.precedingPfIds().stream().map(preceding -> preceding.uuid()).toArray()),
          index);
    }
  }

  private void granted(Grant grant) throws SQLException {
    List<String> products =
        switch (grant.scope()) {
          case GrantScope.AllProducts() -> List.of("*");
          case GrantScope.Products(List<ProductId> named) ->
              named.stream().map(ReadModels::normalized).toList();
          case GrantScope.Statements _ -> List.of();
        };
    UUID[] statements =
        grant.scope() instanceof GrantScope.Statements(List<StatementId> named)
            ? named.stream().map(StatementId::uuid).toArray(UUID[]::new)
            : new UUID[0];
    writes.insert(
        GRANTED,
        index,
        id.uuid(),
        issuer.value(),
        grant.recipient().value(),
        texts(products, Function.identity()),
        writes.array("uuid", statements),
        texts(grant.parts(), GrantedPart::wireName),
        grant.validUntil().atOffset(ZoneOffset.UTC));
  }

  /** The one spelling by which equivalent names (RFC 8141) match. */
  private static String normalized(ProductId product) {
    return product.urn().normalized();
  }

  private void withdrawn(StatementId statement) throws SQLException {
    writes.update(DECLARATION_WITHDRAWN, index, issuer.value(), statement.uuid(), index);
    writes.update(GRANT_WITHDRAWN, index, issuer.value(), statement.uuid(), index);
  }

  private <T> Array texts(Collection<T> values, Function<? super T, String> text)
      throws SQLException {
    return writes.array("text", values.stream().map(text).toArray());
  }
}
