package io.tanlian.exchange.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.PublicStatement;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.axon.LedgerTail;
import io.tanlian.tlog.entry.Entry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Follows the ledger and writes down what is to be sent, together with how far it has come: nothing
 * is forgotten or written twice. What it writes follows from the ledger up to the entry, and from
 * the connections there are at that moment.
 */
@Component
final class Outbox {
  private static final String TAIL = "outbox";

  private final Freshness freshness;
  private final RecordedAnswers answers;
  private final InstantSource clock;
  private final LedgerTail tail;

  Outbox(
      @Qualifier("tailPool") HikariDataSource pool,
      Ledger ledger,
      Freshness freshness,
      RecordedAnswers answers,
      InstantSource clock) {
    this.freshness = freshness;
    this.answers = answers;
    this.clock = clock;
    this.tail = new LedgerTail(TAIL, pool, ledger, this::handle);
  }

  @PostConstruct
  void start() {
    tail.start();
  }

  @PreDestroy
  void stop() {
    tail.close();
  }

  private void handle(Connection database, long index, Entry entry) throws SQLException {
    List<NewDelivery> deliveries =
        switch (PublicStatement.of(index, entry).claim()) {
          case Claim.Declared _ -> {
            freshness.await(index);
            yield PublishedDeliveries.afterDeclaration(database, index, entry.time());
          }
          case Claim.Granted _ -> {
            freshness.await(index);
            yield PublishedDeliveries.afterGrant(database, index, entry.time());
          }
          case Claim.Answered _ -> answers.deliveries(new SequencedEntry(index, entry));
          default -> List.of();
        };
    DeliveryRows.insert(database, deliveries, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
