package io.tanlian.exchange.received;

import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.delivery.DeliveryKind;
import io.tanlian.exchange.delivery.NewDelivery;
import io.tanlian.exchange.delivery.OutgoingDeliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks hosts for the next footprint before one that was received ends, once for each period. */
@Component
final class Renewals {
  static final Duration BEFORE_END = Duration.ofDays(30);

  private final ReceivedFootprints received;
  private final OutgoingDeliveries deliveries;

  Renewals(ReceivedFootprints received, OutgoingDeliveries deliveries) {
    this.received = received;
    this.deliveries = deliveries;
  }

  void ask(Connection connection, Instant now) {
    deliveries.add(
        received.ending(connection, now, now.plus(BEFORE_END)).stream()
            .map(row -> request(connection, row))
            .toList());
  }

  private static NewDelivery request(Connection connection, ReceivedFootprints.Row row) {
    return new NewDelivery(
        NewDelivery.idOf(
            DeliveryKind.REQUEST,
            connection.id(),
            row.footprint().toString(),
            row.validUntil().toString()),
        connection.participant(),
        connection.participant(),
        connection.id(),
        DeliveryKind.REQUEST,
        Optional.empty(),
        row.position(),
        List.of(row.statement().uuid()));
  }
}
