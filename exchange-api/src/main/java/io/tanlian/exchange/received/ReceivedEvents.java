package io.tanlian.exchange.received;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.event.EventContent;
import io.tanlian.contracts.pact.event.PactEvent;
import io.tanlian.exchange.connection.Callback;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.connection.Connections;
import io.tanlian.exchange.delivery.HostRequest;
import io.tanlian.exchange.delivery.HostRequests;
import java.time.Instant;
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
  private final HostRequests requests;
  private final InstantSource clock;

  ReceivedEvents(
      Connections connections, Received received, HostRequests requests, InstantSource clock) {
    this.connections = connections;
    this.received = received;
    this.requests = requests;
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
      case EventContent.RequestFulfilled(var request, var footprints) -> {
        List<ReceivedBody> bodies = footprints.stream().map(ReceivedBody::of).toList();
        FetchResult result = received.record(connection, event.version(), bodies);
        answered(connection, request, true, result.words(), now);
        connections.fetched(connection.id(), now, "A request was fulfilled. " + result.words());
      }
      case EventContent.RequestRejected(var request, var error) -> {
        answered(connection, request, false, error.message(), now);
        connections.fetched(connection.id(), now, "A request was rejected: " + error.message());
      }
      case EventContent.Published _ -> connections.fetchSoon(connection.id(), now);
      case EventContent.RequestCreated _ ->
          throw new IllegalArgumentException("a request is taken by who answers requests");
    }
  }

  private void answered(
      Connection connection, String request, boolean fulfilled, String words, Instant at) {
    requests.answered(connection.id(), request, new HostRequest.Answer(fulfilled, words, at));
  }
}
