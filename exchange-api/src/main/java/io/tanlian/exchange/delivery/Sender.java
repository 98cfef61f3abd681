package io.tanlian.exchange.delivery;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.event.PactEvent;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.connection.ConnectionClient;
import io.tanlian.exchange.connection.Connections;
import io.tanlian.exchange.outbound.OutboundCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one attempt at a delivery and writes down how it ended. */
@Component
final class Sender {
  /** After this time of failures a delivery is given up (PACT). */
  static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final Deliveries deliveries;
  private final Connections connections;
  private final ConnectionClient client;
  private final EventBodies bodies;
  private final InstantSource clock;
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

  Sender(
      Deliveries deliveries,
      Connections connections,
      ConnectionClient client,
      EventBodies bodies,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.connections = connections;
    this.client = client;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** Sends a delivery that this sender claimed; what goes wrong here counts as a failed attempt. */
  void send(Delivery claimed) {
    try {
      attempt(claimed);
    } catch (RuntimeException failure) {
      LOG.warn("an attempt at delivery {} failed on this side", claimed.id(), failure);
      later(claimed, "the exchange could not make or send the event", Optional.empty());
    }
  }

  private void attempt(Delivery claimed) {
    Optional<Connection> connection = claimed.connection().flatMap(connections::find);
    if (connection.isEmpty()) {
      settle(claimed, DeliveryState.WITHDRAWN, "the recipient removed the connection");
      return;
    }
    PactVersion version = claimed.version().orElse(connection.get().newest());
    switch (bodies.of(claimed, version)) {
      case EventBody.Nothing(String words) -> settle(claimed, DeliveryState.WITHDRAWN, words);
      case EventBody.Event(PactEvent event) -> post(claimed, connection.get(), event);
    }
  }

  private void post(Delivery claimed, Connection connection, PactEvent event) {
    byte[] body = StrictJson.format(event.toJson()).getBytes(StandardCharsets.UTF_8);
    Verdict verdict =
        Verdict.of(
            client.post(
                connection,
                connection.events(event.version()),
                new OutboundCall.Body(PactEvent.MEDIA_TYPE, body)),
            clock.instant());
    switch (verdict) {
      case Verdict.Taken(String words) -> settle(claimed, DeliveryState.DELIVERED, words);
      case Verdict.Never(String words) -> settle(claimed, DeliveryState.DEAD, words);
      case Verdict.Later(String words, Optional<Duration> notBefore) ->
          later(claimed, words, notBefore);
    }
  }

  private void later(Delivery claimed, String words, Optional<Duration> notBefore) {
    Instant now = clock.instant();
    if (!now.isBefore(claimed.askedAt().plus(GIVEN_UP_AFTER))) {
      settle(
          claimed,
          DeliveryState.DEAD,
          "given up after %d hours; at last: %s".formatted(GIVEN_UP_AFTER.toHours(), words));
      return;
    }
    Duration pause = backoff.after(claimed.attempts());
    Duration asked =
        notBefore.filter(wait -> wait.compareTo(GIVEN_UP_AFTER) < 0).orElse(Duration.ZERO);
    deliveries.settle(
        claimed,
        DeliveryState.PENDING,
        micros(now.plus(pause.compareTo(asked) < 0 ? asked : pause)),
        words,
        micros(now));
  }

  private void settle(Delivery claimed, DeliveryState state, String words) {
    Instant now = micros(clock.instant());
    deliveries.settle(claimed, state, now, words, now);
    if (state == DeliveryState.DEAD) {
      LOG.warn(
          "delivery {} to {} is given up after {} attempts; GET /v1/deliveries says why",
          claimed.id(),
          claimed.recipient().value(),
          claimed.attempts());
    }
  }

  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
