package io.tanlian.exchange.delivery;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Takes what is to be sent and does not follow from the ledger alone. */
@Component
public final class OutgoingDeliveries {
  private final HikariDataSource pool;
  private final InstantSource clock;

  OutgoingDeliveries(@Qualifier("queryPool") HikariDataSource pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Adds those that are not there yet, by their ids. */
  public void add(List<NewDelivery> deliveries) {
    try (Connection database = pool.getConnection()) {
      DeliveryRows.insert(database, deliveries, clock.instant().truncatedTo(ChronoUnit.MICROS));
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("deliveries were not written down", e);
    }
  }
}
