package io.tanlian.exchange.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.StrictJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes what is to be sent and does not follow from the ledger: requests to other hosts. */
@Component
public final class OutgoingDeliveries {
  /** An id that names another delivery already is not the request's. */
  private static final String INSERT =
      """
      INSERT INTO exchange.host_request (id, connection, criteria)
      SELECT id, connection, ? FROM exchange.delivery
      WHERE id = ? AND connection = ? AND kind = 'request'
      ON CONFLICT (id) DO NOTHING
      """;

  private final HikariDataSource pool;
  private final InstantSource clock;

  OutgoingDeliveries(@Qualifier("queryPool") HikariDataSource pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Asks a host, unless something was asked under this id before.
   *
   * @param id of the event
   * @param criteria the data of a RequestCreatedEvent, in the words of PACT v3
   */
  public void ask(UUID id, ParticipantId participant, UUID connection, ObjectNode criteria) {
    NewDelivery delivery =
        new NewDelivery(
            id,
            participant,
            participant,
            connection,
            DeliveryKind.REQUEST,
            Optional.empty(),
            NewDelivery.NO_POSITION,
            List.of());
    try (Connection database = pool.getConnection()) {
      database.setAutoCommit(false);
      DeliveryRows.insert(
          database, List.of(delivery), clock.instant().truncatedTo(ChronoUnit.MICROS));
      try (PreparedStatement insert = database.prepareStatement(INSERT)) {
        insert.setString(1, StrictJson.format(criteria));
        insert.setObject(2, id);
        insert.setObject(3, connection);
        insert.executeUpdate();
      }
      database.commit();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the request was not written down", e);
    }
  }
}
