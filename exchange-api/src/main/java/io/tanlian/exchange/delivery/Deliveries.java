package io.tanlian.exchange.delivery;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.PactVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries there are: to be read, claimed by senders, and settled. */
@Component
final class Deliveries {
  private static final String COLUMNS =
      """
      id, number, recipient, owner, connection, kind, version, position, subjects, state, attempts,
      asked_at, created_at, next_attempt_at, last_answer, ended_at
      """;

  /** Only the head of each host's line: what is behind it waits. */
  private static final String CLAIM =
      """
      WITH heads AS (
        SELECT head.id
        FROM exchange.connection k CROSS JOIN LATERAL (
          SELECT d.id, d.next_attempt_at, d.lease_until FROM exchange.delivery d
          WHERE d.connection = k.id AND d.state = 'pending' ORDER BY d.number LIMIT 1) AS head
        WHERE head.next_attempt_at <= :now
          AND (head.lease_until IS NULL OR head.lease_until <= :now)
        ORDER BY head.next_attempt_at LIMIT :limit),
      free AS (
        SELECT id FROM exchange.delivery
        WHERE id IN (SELECT id FROM heads) AND state = 'pending' AND next_attempt_at <= :now
          AND (lease_until IS NULL OR lease_until <= :now)
        FOR UPDATE SKIP LOCKED)
      UPDATE exchange.delivery SET lease_until = :leaseUntil, attempts = attempts + 1
      WHERE id IN (SELECT id FROM free)
      RETURNING
      """
          + COLUMNS;

  private static final String SETTLE =
      """
      UPDATE exchange.delivery
      SET state = :state, next_attempt_at = :nextAttempt, lease_until = NULL, last_answer = :words,
        ended_at = CASE WHEN :state = 'pending' THEN NULL ELSE :now::timestamptz END
      WHERE id = :id AND state = 'pending' AND attempts = :attempts
      """;

  private static final String END_WITHOUT_CONNECTION =
      """
      UPDATE exchange.delivery
      SET state = 'withdrawn', lease_until = NULL, ended_at = :now,
        last_answer = 'the recipient removed the connection'
      WHERE connection IS NULL AND state = 'pending'
      """;

  private static final String AGAIN =
      """
      UPDATE exchange.delivery
      SET state = 'pending', attempts = 0, asked_at = :now, next_attempt_at = :now,
        lease_until = NULL, ended_at = NULL
      WHERE id = :id AND connection IS NOT NULL
      """;

  private static final String PAGE =
      "SELECT "
          + COLUMNS
          + """
           FROM exchange.delivery
          WHERE number < :before
            AND (:participant::text IS NULL OR recipient = :participant OR owner = :participant)
            AND (:state::text IS NULL OR state = :state)
          ORDER BY number DESC LIMIT :limit
          """;

  private static final String BY_ID =
      "SELECT " + COLUMNS + " FROM exchange.delivery WHERE id = :id";

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes deliveries to be sent now, the oldest of each host; nobody else gets them before the
   * lease ends. Its attempt is counted as it begins.
   */
  List<Delivery> claim(int limit, Instant now, Duration lease) {
    return jdbc.sql(CLAIM)
        .param("now", time(now))
        .param("leaseUntil", time(now.plus(lease)))
        .param("limit", limit)
        .query(Deliveries::delivery)
        .list();
  }

  /** Ends an attempt; without effect if the delivery was claimed again meanwhile. */
  void settle(
      Delivery claimed, DeliveryState state, Instant nextAttempt, String words, Instant now) {
    jdbc.sql(SETTLE)
        .param("id", claimed.id())
        .param("attempts", claimed.attempts())
        .param("state", state.wireName())
        .param("nextAttempt", time(nextAttempt))
        .param("words", words)
        .param("now", time(now))
        .update();
  }

  /** Ends what waits for hosts that are no longer registered. */
  void endWithoutConnection(Instant now) {
    jdbc.sql(END_WITHOUT_CONNECTION).param("now", time(now)).update();
  }

  /** Sends it again, in its old place; false if its connection was removed. */
  boolean again(UUID id, Instant now) {
    return jdbc.sql(AGAIN).param("id", id).param("now", time(now)).update() > 0;
  }

  Optional<Delivery> find(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query(Deliveries::delivery).optional();
  }

  /**
   * The newest deliveries first.
   *
   * @param participant that receives them or owns what they are about; empty for all
   * @param before only those with a lower number
   */
  List<Delivery> page(
      Optional<ParticipantId> participant, Optional<DeliveryState> state, long before, int limit) {
    return jdbc.sql(PAGE)
        .param("participant", participant.map(ParticipantId::value).orElse(null))
        .param("state", state.map(DeliveryState::wireName).orElse(null))
        .param("before", before)
        .param("limit", limit)
        .query(Deliveries::delivery)
        .list();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        ParticipantId.parse(row.getString("recipient")),
        ParticipantId.parse(row.getString("owner")),
        Optional.ofNullable(row.getObject("connection", UUID.class)),
        DeliveryKind.parse(row.getString("kind")),
        Optional.ofNullable(row.getString("version")).map(PactVersion::parse),
        row.getLong("position"),
        List.of((UUID[]) row.getArray("subjects").getArray()),
        DeliveryState.parse(row.getString("state")),
        row.getInt("attempts"),
        instant(row, "asked_at"),
        instant(row, "created_at"),
        instant(row, "next_attempt_at"),
        Optional.ofNullable(row.getString("last_answer")),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    if (time == null) {
      throw new SQLException(column + " is null");
    }
    return time.toInstant();
  }
}
