package io.tanlian.exchange.received;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.event.EventContent;
import io.tanlian.contracts.pact.event.PactEvent;
import io.tanlian.exchange.connection.Callback;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.connection.Connections;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What hosts tell a participant: answers to what it asked, and news. An event whose source is none
 * of the participant's hosts is taken and changes nothing, as PACT asks for ids nobody knows.
 */
@Component
public final class ReceivedEvents {
  private final Connections connections;
  private final Received received;
  private final InstantSource clock;

  ReceivedEvents(Connections connections, Received received, InstantSource clock) {
    this.connections = connections;
    this.received = received;
    this.clock = clock;
  }

  /** Takes an answer or news for this participant; it may come again. */
  public void take(ParticipantId participant, PactEvent event) {
    if (connections.allowedFor(participant, event.source()) instanceof Callback.Allowed allowed) {
      take(allowed.connection(), event);
    }
  }

  private void take(Connection connection, PactEvent event) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    switch (event.content()) {
      case EventContent.RequestFulfilled(_, var footprints) -> {
        List<ReceivedBody> bodies = footprints.stream().map(ReceivedBody::of).toList();
        FetchResult result = received.record(connection, event.version(), bodies);
        connections.fetched(connection.id(), now, "A request was fulfilled. " + result.words());
      }
      case EventContent.RequestRejected(_, var error) ->
          connections.fetched(connection.id(), now, "A request was rejected: " + error.message());
      case EventContent.Published _ -> connections.fetchSoon(connection.id(), now);
      case EventContent.RequestCreated _ ->
          throw new IllegalArgumentException("a request is taken by who answers requests");
    }
  }
}
