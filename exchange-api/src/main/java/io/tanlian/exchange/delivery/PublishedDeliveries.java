package io.tanlian.exchange.delivery;

import io.tanlian.contracts.identifier.ParticipantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is to be told of new footprints: whoever is granted their figures and has a host that wants
 * to know. Reads the read models, which must have reached the entry.
 */
final class PublishedDeliveries {
  /** In one event. */
  static final int FOOTPRINTS_MAX = 100;

  /** Of declaration {@code d} and consent {@code c}. */
  private static final String COVERED =
      """
      'figures' = ANY (c.parts)
        AND (c.products = '{*}' OR c.products && d.product_ids OR d.statement = ANY (c.statements))
      """;

  private static final String AFTER_DECLARATION =
      """
      SELECT DISTINCT k.id, c.recipient, c.grantor, d.statement
      FROM exchange.declaration d
      JOIN exchange.consent c ON c.grantor = d.issuer AND c.position < d.position
        AND (c.withdrawn_at IS NULL OR c.withdrawn_at > d.position) AND c.valid_until > ?
      JOIN exchange.connection k ON k.participant = c.recipient AND k.wants_published
      WHERE d.position = ? AND
      """
          + COVERED
          + " ORDER BY k.id";

  private static final String AFTER_GRANT =
      """
      SELECT k.id, c.recipient, c.grantor, d.statement
      FROM exchange.consent c
      JOIN exchange.connection k ON k.participant = c.recipient AND k.wants_published
      JOIN exchange.declaration d ON d.issuer = c.grantor AND d.position < c.position
        AND (d.ended_at IS NULL OR d.ended_at > c.position)
      WHERE c.valid_until > ? AND c.position = ? AND
      """
          + COVERED
          + " ORDER BY k.id, d.position";

  private PublishedDeliveries() {}

  static List<NewDelivery> afterDeclaration(Connection database, long position, Instant time)
      throws SQLException {
    return after(AFTER_DECLARATION, database, position, time);
  }

  static List<NewDelivery> afterGrant(Connection database, long position, Instant time)
      throws SQLException {
    return after(AFTER_GRANT, database, position, time);
  }

  private static List<NewDelivery> after(
      String sql, Connection database, long position, Instant time) throws SQLException {
    List<NewDelivery> deliveries = new ArrayList<>();
    try (PreparedStatement query = database.prepareStatement(sql)) {
      query.setObject(1, time.atOffset(ZoneOffset.UTC));
      query.setLong(2, position);
      try (ResultSet rows = query.executeQuery()) {
        Line line = null;
        while (rows.next()) {
          UUID connection = rows.getObject(1, UUID.class);
          if (line == null || !line.connection.equals(connection) || line.isFull()) {
            if (line != null) {
              deliveries.add(line.delivery(position, deliveries.size()));
            }
            line =
                new Line(
                    connection,
                    ParticipantId.parse(rows.getString(2)),
                    ParticipantId.parse(rows.getString(3)),
                    new ArrayList<>());
          }
          line.subjects.add(rows.getObject(4, UUID.class));
        }
        if (line != null) {
          deliveries.add(line.delivery(position, deliveries.size()));
        }
      }
    }
    return deliveries;
  }

  /** One event's worth of footprints for one host. */
  private record Line(
      UUID connection, ParticipantId recipient, ParticipantId owner, List<UUID> subjects) {

    boolean isFull() {
      return subjects.size() >= FOOTPRINTS_MAX;
    }

    NewDelivery delivery(long position, int number) {
      return new NewDelivery(
          NewDelivery.idOf(
              DeliveryKind.PUBLISHED,
              connection,
              Long.toString(position),
              Integer.toString(number)),
          recipient,
          owner,
          connection,
          DeliveryKind.PUBLISHED,
          Optional.empty(),
          position,
          subjects);
    }
  }
}
