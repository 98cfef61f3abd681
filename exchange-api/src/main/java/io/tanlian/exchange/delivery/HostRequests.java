package io.tanlian.exchange.delivery;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests to other hosts: to be read, and answered once. */
@Component
public final class HostRequests {
  private static final String COLUMNS =
      """
      SELECT r.id, d.number, r.criteria, d.created_at, d.state, d.last_answer, r.outcome, r.words,
        r.answered_at
      FROM exchange.host_request r JOIN exchange.delivery d USING (id)
      WHERE r.connection = :connection
      """;
  private static final String PAGE =
      COLUMNS + " AND d.number < :before ORDER BY d.number DESC LIMIT :limit";
  private static final String ONE = COLUMNS + " AND r.id = :id";
  private static final String WAITING =
      """
      SELECT count(*) FROM exchange.host_request JOIN exchange.delivery USING (id)
      WHERE host_request.connection = :connection AND outcome IS NULL
        AND state IN ('pending', 'delivered')
      """;
  private static final String CRITERIA =
      "SELECT criteria FROM exchange.host_request WHERE id = :id";

  /** The first answer stands. */
  private static final String ANSWER =
      """
      UPDATE exchange.host_request
      SET outcome = CASE WHEN :fulfilled THEN 'fulfilled' ELSE 'rejected' END, words = :words,
        answered_at = :at
      WHERE id = :id AND connection = :connection AND outcome IS NULL
      """;

  private final JdbcClient jdbc;

  HostRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest requests to a connection's host first, of those with a lower number. */
  public List<HostRequest> page(UUID connection, long before, int limit) {
    return jdbc.sql(PAGE)
        .param("connection", connection)
        .param("before", before)
        .param("limit", limit)
        .query(HostRequests::request)
        .list();
  }

  /** A request to this connection's host. */
  public Optional<HostRequest> find(UUID connection, UUID id) {
    return jdbc.sql(ONE)
        .param("connection", connection)
        .param("id", id)
        .query(HostRequests::request)
        .optional();
  }

  /** How many requests to a connection's host may still be answered. */
  public long waiting(UUID connection) {
    return jdbc.sql(WAITING)
        .param("connection", connection)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /**
   * Keeps a host's answer.
   *
   * @param requestEventId as the host says it; an id that is none of its requests changes nothing
   */
  public void answered(UUID connection, String requestEventId, HostRequest.Answer answer) {
    uuid(requestEventId)
        .ifPresent(id ->
            jdbc.sql(ANSWER)
                .param("id", id)
                .param("connection", connection)
                .param("fulfilled", answer.fulfilled())
                .param("words", answer.words())
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .update());
  }

  /** What an event is to ask for; empty if its connection was removed. */
  Optional<ObjectNode> criteria(UUID id) {
    return jdbc.sql(CRITERIA)
        .param("id", id)
        .query((row, _) -> criteria(row.getString("criteria")))
        .optional();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException ofSomebodyElse) {
      return Optional.empty();
    }
  }

  private static HostRequest request(ResultSet row, int number) throws SQLException {
    return new HostRequest(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        criteria(row.getString("criteria")),
        time(row, "created_at").orElseThrow(),
        DeliveryState.parse(row.getString("state")),
        Optional.ofNullable(row.getString("last_answer")),
        answer(row));
  }

  private static Optional<HostRequest.Answer> answer(ResultSet row) throws SQLException {
    @Nullable String outcome = row.getString("outcome");
    return outcome == null
        ? Optional.empty()
        : Optional.of(
            new HostRequest.Answer(
                outcome.equals("fulfilled"),
                row.getString("words"),
                time(row, "answered_at").orElseThrow()));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static ObjectNode criteria(String text) {
    if (StrictJson.parse(text) instanceof Outcome.Accepted<JsonNode>(ObjectNode criteria)) {
      return criteria;
    }
    throw new IllegalStateException("criteria are written as a JSON object");
  }
}
