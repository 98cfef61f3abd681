package io.tanlian.exchange.received;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.delivery.DeliveryKind;
import io.tanlian.exchange.delivery.NewDelivery;
import io.tanlian.exchange.delivery.OutgoingDeliveries;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks hosts for the next footprint before one that was received ends, once for each period. */
@Component
final class Renewals {
  static final Duration BEFORE_END = Duration.ofDays(30);

  private final ReceivedFootprints received;
  private final RecordedStatements recorded;
  private final Ledger ledger;
  private final OutgoingDeliveries deliveries;

  Renewals(
      ReceivedFootprints received,
      RecordedStatements recorded,
      Ledger ledger,
      OutgoingDeliveries deliveries) {
    this.received = received;
    this.recorded = recorded;
    this.ledger = ledger;
    this.deliveries = deliveries;
  }

  void ask(Connection connection, Instant now) {
    for (ReceivedFootprints.Row row : received.ending(connection, now, now.plus(BEFORE_END))) {
      List<ProductId> products = productsOf(row);
      if (!products.isEmpty()) {
        deliveries.ask(
            NewDelivery.idOf(
                DeliveryKind.REQUEST,
                connection.id(),
                row.footprint().toString(),
                row.validUntil().toString()),
            connection.participant(),
            connection.id(),
            new ObjectWriter().list("productId", products).toJson());
      }
    }
  }

  /** As the host spells them; none where what was received is erased. */
  private List<ProductId> productsOf(ReceivedFootprints.Row row) {
    return recorded.kept(ledger.entry(row.position()).orElseThrow()).statement().claim()
                instanceof Claim.Received(FootprintReceived(ReceivedFootprint found))
            && found != null
        ? found.footprint().productIds()
        : List.of();
  }
}
