package io.tanlian.exchange.delivery;

import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.event.EventContent;
import io.tanlian.contracts.pact.event.PactEvent;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.exchange.statement.RecordedStatements;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes events from the ledger at the moment they are sent, of what the recipient may see then. */
@Component
final class EventBodies {
  private final Node node;
  private final VisibleDeclarations visible;
  private final RecordedStatements recorded;
  private final Freshness freshness;

  EventBodies(
      Node node, VisibleDeclarations visible, RecordedStatements recorded, Freshness freshness) {
    this.node = node;
    this.visible = visible;
    this.recorded = recorded;
    this.freshness = freshness;
  }

  /**
   * The event of a delivery.
   *
   * @param version that the event is to be in
   */
  EventBody of(Delivery delivery, PactVersion version) {
    return switch (delivery.kind()) {
      case PUBLISHED -> {
        List<FootprintId> footprints = visibleFootprints(delivery);
        yield footprints.isEmpty()
            ? new EventBody.Nothing("the recipient may no longer see any of the footprints")
            : event(delivery, version, new EventContent.Published(footprints));
      }
      case ANSWER, REQUEST ->
          throw new IllegalStateException("nothing makes deliveries of this kind yet");
    };
  }

  private List<FootprintId> visibleFootprints(Delivery delivery) {
    long head = freshness.awaitHead();
    return visible.ofStatements(delivery.recipient(), delivery.subjects(), head).stream()
        .filter(sight -> sight.parts().contains(GrantedPart.FIGURES))
        .flatMap(sight -> footprintAt(sight.index()).stream())
        .toList();
  }

  private Optional<FootprintId> footprintAt(long index) {
    return recorded.at(index, Set.of()).read().statement().claim()
            instanceof Claim.Declared(var declaration)
        ? Optional.of(declaration.footprint().id())
        : Optional.empty();
  }

  private EventBody event(Delivery delivery, PactVersion version, EventContent content) {
    return new EventBody.Event(
        new PactEvent(
            version,
            delivery.id().toString(),
            node.publicUrl() + version.eventsPath(),
            new DateTime(delivery.createdAt().truncatedTo(ChronoUnit.SECONDS).toString()),
            content));
  }
}
