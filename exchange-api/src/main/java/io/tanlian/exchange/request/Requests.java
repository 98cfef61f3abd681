package io.tanlian.exchange.request;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.request.RequestOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests on the ledger, and which of them wait for whom. */
@Component
final class Requests {

  private static final String COLUMNS =
      """
      SELECT r.statement, r.position, r.requester, r.version, r.event_id, r.source, r.criteria,
             r.requested_at, r.outcome
      FROM exchange.request r
      """;

  /** Those of {@code :owner}: of a product it declares, or, of one nobody declares, of itself. */
  private static final String OF_OWNER =
      COLUMNS + " WHERE :owner = ANY (exchange.request_owners(r.products, r.companies))";

  private static final String PAGE =
      """
       AND r.position > :after AND (:state = '' OR coalesce(r.outcome, 'pending') = :state)
      ORDER BY r.position LIMIT :limit
      """;

  private static final String DUE =
      COLUMNS
          + """
          WHERE r.answered_at IS NULL AND r.touched_at >= r.judged_at
          ORDER BY r.position LIMIT :limit
          """;

  private static final String JUDGED =
      """
      UPDATE exchange.request SET judged_at = :treeSize
      WHERE statement = :request AND judged_at < :treeSize
      """;

  private static final String OWNERS =
      """
      SELECT unnest(exchange.request_owners(r.products, r.companies))
      FROM exchange.request r WHERE r.statement = :request
      """;

  private static final String REFUSE =
      """
      INSERT INTO exchange.request_refusal (request, owner) VALUES (:request, :owner)
      ON CONFLICT DO NOTHING
      """;

  private static final String REFUSERS =
      "SELECT owner FROM exchange.request_refusal WHERE request = :request";

  private final JdbcClient jdbc;

  Requests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page, in ledger order.
   *
   * @param state pending, fulfilled or rejected; empty for all
   */
  record Page(long after, int limit, String state) {}

  /** The requests that this owner may answer, or might have. */
  List<StoredRequest> inbox(ParticipantId owner, Page page) {
    return paged(jdbc.sql(OF_OWNER + PAGE).param("owner", owner.value()), page);
  }

  /** The requests of this requester. */
  List<StoredRequest> sent(ParticipantId requester, Page page) {
    return paged(
        jdbc.sql(COLUMNS + " WHERE r.requester = :requester" + PAGE)
            .param("requester", requester.value()),
        page);
  }

  /** A request that this owner may answer, or might have. */
  Optional<StoredRequest> find(StatementId request, ParticipantId owner) {
    return jdbc.sql(OF_OWNER + " AND r.statement = :request")
        .param("owner", owner.value())
        .param("request", request.uuid())
        .query((row, n) -> stored(row))
        .optional();
  }

  /** Unanswered requests for which an answer was not sought since it might have changed. */
  List<StoredRequest> due(int limit) {
    return jdbc.sql(DUE).param("limit", limit).query((row, n) -> stored(row)).list();
  }

  /** There was no answer at this tree size. */
  void judged(StatementId request, long treeSize) {
    jdbc.sql(JUDGED).param("request", request.uuid()).param("treeSize", treeSize).update();
  }

  Set<ParticipantId> owners(StatementId request) {
    return participants(OWNERS, request);
  }

  void refuse(StatementId request, ParticipantId owner) {
    jdbc.sql(REFUSE).param("request", request.uuid()).param("owner", owner.value()).update();
  }

  Set<ParticipantId> refusers(StatementId request) {
    return participants(REFUSERS, request);
  }

  private Set<ParticipantId> participants(String sql, StatementId request) {
    return jdbc.sql(sql)
        .param("request", request.uuid())
        .query((row, n) -> ParticipantId.parse(row.getString(1)))
        .set();
  }

  private static List<StoredRequest> paged(JdbcClient.StatementSpec query, Page page) {
    return query
        .param("after", page.after())
        .param("limit", page.limit())
        .param("state", page.state())
        .query((row, n) -> stored(row))
        .list();
  }

  private static StoredRequest stored(ResultSet row) throws SQLException {
    return new StoredRequest(
        new StatementId(row.getObject("statement", UUID.class)),
        row.getLong("position"),
        new RequestDetails(
            ParticipantId.parse(row.getString("requester")),
            PactVersion.parse(row.getString("version")),
            row.getString("event_id"),
            row.getString("source"),
            json(row.getString("criteria"))),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("outcome")).map(RequestOutcome::parse));
  }

  private static ObjectNode json(String text) {
    return switch (StrictJson.parse(text)) {
      case Outcome.Accepted<JsonNode>(ObjectNode object) -> object;
      case Outcome.Accepted<JsonNode> _, Outcome.Refused<JsonNode> _ ->
          throw new IllegalStateException("a request's criteria are an object, not " + text);
    };
  }
}
