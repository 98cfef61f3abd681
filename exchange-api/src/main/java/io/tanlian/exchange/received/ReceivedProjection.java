package io.tanlian.exchange.received;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.axon.LedgerTail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of received footprints in step with the ledger. */
@Configuration(proxyBeanMethods = false)
class ReceivedProjection {
  private static final String TAIL = "received";

  private static final String RECEIVED =
      """
      INSERT INTO exchange.received
        (position, statement, received_for, host, footprint, product_ids, valid_until)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (position) DO NOTHING
      """;

  @Bean(initMethod = "start", destroyMethod = "close")
  LedgerTail receivedTail(
      @Qualifier("tailPool") HikariDataSource pool, Ledger ledger, RecordedStatements recorded) {
    return new LedgerTail(
        TAIL,
        pool,
        ledger,
        (connection, index, entry) -> {
          SequencedEntry sequenced = new SequencedEntry(index, entry);
          if (recorded.signedPart(sequenced).statement().claim() instanceof Claim.Received
              && recorded.kept(sequenced).statement().claim()
                  instanceof Claim.Received(FootprintReceived(ReceivedFootprint received))
              && received != null) {
            write(connection, sequenced, received);
          }
        });
  }

  private static void write(Connection connection, SequencedEntry entry, ReceivedFootprint received)
      throws SQLException {
    ProductFootprint footprint = received.footprint();
    try (PreparedStatement insert = connection.prepareStatement(RECEIVED)) {
      insert.setLong(1, entry.index());
      insert.setObject(2, entry.entry().eventId());
      insert.setString(3, received.receivedFor().value());
      insert.setString(4, received.host());
      insert.setObject(5, footprint.id().uuid());
      insert.setArray(
          6,
          connection.createArrayOf(
              "text",
              footprint.productIds().stream()
                  .map(product -> product.urn().normalized())
                  .toArray()));
      insert.setObject(7, footprint.validity().end().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
