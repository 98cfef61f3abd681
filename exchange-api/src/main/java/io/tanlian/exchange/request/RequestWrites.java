package io.tanlian.exchange.request;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.event.RequestCriteria;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.request.RequestAnswered;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** What each kind of statement changes in the table of requests. */
final class RequestWrites {

  private static final String REQUESTED =
      """
      INSERT INTO exchange.request
        (statement, position, requester, version, event_id, source, criteria, products, companies,
         requested_at, touched_at)
      VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
      ON CONFLICT (statement) DO NOTHING
      """;

  private static final String ANSWERED =
      "UPDATE exchange.request SET answered_at = ?, outcome = ? WHERE statement = ?";

  private static final String TOUCHED_BY_GRANT =
      """
      UPDATE exchange.request SET touched_at = ? WHERE answered_at IS NULL AND requester = ?
      """;

  private static final String TOUCHED_BY_DECLARATION =
      """
      UPDATE exchange.request SET touched_at = ?
      WHERE answered_at IS NULL
        AND (products && ? OR companies && ? OR (products = '{}' AND companies = '{}'))
      """;

  private final Connection connection;
  private final long index;

  RequestWrites(Connection connection, long index) {
    this.connection = connection;
    this.index = index;
  }

  /** Whether the statement may have given an unanswered request an answer. */
  boolean apply(Statement statement) throws SQLException {
    return switch (statement.claim()) {
      case Claim.Requested(var requested) when requested.request() != null ->
          requested(statement.id(), statement.issuedAt(), requested.request());
      case Claim.Answered(RequestAnswered answered) -> answered(answered);
      case Claim.Granted(var grant) -> touchedByGrant(grant.recipient());
      case Claim.Declared(var declaration) -> touchedByDeclaration(declaration.footprint());
      default -> false;
    };
  }

  private boolean requested(StatementId id, Instant at, RequestDetails request)
      throws SQLException {
    FootprintCriteria asked = criteria(request);
    return changed(
        REQUESTED,
        id.uuid(),
        index,
        request.requester().value(),
        request.version().wireName(),
        request.eventId(),
        request.source(),
        StrictJson.format(request.criteria()),
        texts(asked.productIds().stream()),
        texts(asked.companyIds().stream()),
        at.atOffset(ZoneOffset.UTC),
        index);
  }

  /** What was taken could be read; what a ledger holds from elsewhere may ask for nothing. */
  private static FootprintCriteria criteria(RequestDetails request) {
    return RequestCriteria.of(request.version(), request.criteria())
            instanceof Outcome.Accepted<FootprintCriteria>(FootprintCriteria criteria)
        ? criteria
        : FootprintCriteria.NONE;
  }

  private boolean answered(RequestAnswered answered) throws SQLException {
    changed(ANSWERED, index, answered.outcome().wireName(), answered.request().uuid());
    return false;
  }

  private boolean touchedByGrant(ParticipantId recipient) throws SQLException {
    return changed(TOUCHED_BY_GRANT, index, recipient.value());
  }

  private boolean touchedByDeclaration(ProductFootprint footprint) throws SQLException {
    return changed(
        TOUCHED_BY_DECLARATION,
        index,
        texts(footprint.productIds().stream().map(product -> product.urn().normalized())),
        texts(footprint.companyIds().stream().map(Object::toString)));
  }

  private boolean changed(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate() > 0;
    }
  }

  private java.sql.Array texts(Stream<String> values) throws SQLException {
    return connection.createArrayOf(
        "text", values.map(value -> value.toLowerCase(Locale.ROOT)).toArray());
  }
}
