package io.tanlian.exchange.delivery;

import io.tanlian.contracts.pact.PactVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Writes new deliveries, within somebody's transaction; those that are there already stay. */
final class DeliveryRows {
  private static final String INSERT =
      """
      INSERT INTO exchange.delivery
        (id, recipient, owner, connection, kind, version, position, subjects,
         asked_at, created_at, next_attempt_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """;

  private DeliveryRows() {}

  static void insert(Connection database, List<NewDelivery> deliveries, Instant now)
      throws SQLException {
    if (deliveries.isEmpty()) {
      return;
    }
    OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
    try (PreparedStatement insert = database.prepareStatement(INSERT)) {
      for (NewDelivery delivery : deliveries) {
        insert.setObject(1, delivery.id());
        insert.setString(2, delivery.recipient().value());
        insert.setString(3, delivery.owner().value());
        insert.setObject(4, delivery.connection());
        insert.setString(5, delivery.kind().wireName());
        insert.setString(6, delivery.version().map(PactVersion::wireName).orElse(null));
        insert.setLong(7, delivery.position());
        insert.setArray(
            8, database.createArrayOf("uuid", delivery.subjects().toArray(UUID[]::new)));
        insert.setObject(9, time);
        insert.setObject(10, time);
        insert.setObject(11, time);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
