package io.tanlian.exchange.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.identifier.StatementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A delivery as its recipient, the owner of what it is about, and the operator see it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DeliveryView(
    String id,
    long number,
    String kind,
    String recipient,
    String owner,
    Optional<String> connection,
    Optional<Long> position,
    List<String> statements,
    String state,
    int attempts,
    String createdAt,
    Optional<String> nextAttemptAt,
    Optional<String> lastAnswer,
    Optional<String> endedAt) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id().toString(),
        delivery.number(),
        delivery.kind().wireName(),
        delivery.recipient().value(),
        delivery.owner().value(),
        delivery.connection().map(Object::toString),
        Optional.of(delivery.position()).filter(known -> known != NewDelivery.NO_POSITION),
        delivery.subjects().stream().map(id -> new StatementId(id).value()).toList(),
        delivery.state().wireName(),
        delivery.attempts(),
        delivery.createdAt().toString(),
        delivery.state() == DeliveryState.PENDING
            ? Optional.of(delivery.nextAttemptAt().toString())
            : Optional.empty(),
        delivery.lastAnswer(),
        delivery.endedAt().map(Instant::toString));
  }

  /**
   * One page, the newest first.
   *
   * @param next the path of the next page; empty on the last
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Page(List<DeliveryView> deliveries, Optional<String> next) {}
}
