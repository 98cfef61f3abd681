package io.tanlian.exchange.delivery;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.event.EventContent;
import io.tanlian.contracts.pact.event.PactEvent;
import io.tanlian.contracts.pact.event.RequestCriteria;
import io.tanlian.contracts.pact.translation.Translation;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.request.RequestAnswer;
import io.tanlian.exchange.Node;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes events from the ledger at the moment they are sent, of what the recipient may see then. */
@Component
final class EventBodies {
  private static final EventBody NOTHING_VISIBLE =
      new EventBody.Nothing("the recipient may no longer see any of the footprints");

  private final Node node;
  private final VisibleFootprints footprints;
  private final RecordedAnswers answers;
  private final HostRequests requests;

  EventBodies(
      Node node, VisibleFootprints footprints, RecordedAnswers answers, HostRequests requests) {
    this.node = node;
    this.footprints = footprints;
    this.answers = answers;
    this.requests = requests;
  }

  /**
   * The event of a delivery.
   *
   * @param version that the event is to be in
   */
  EventBody of(Delivery delivery, PactVersion version) {
    return switch (delivery.kind()) {
      case PUBLISHED -> published(delivery, version);
      case ANSWER ->
          answers
              .find(new StatementId(delivery.subjects().getFirst()))
              .map(found -> answer(delivery, version, found))
              .orElseGet(() -> new EventBody.Nothing("the answer's details were erased"));
      case REQUEST ->
          requests
              .criteria(delivery.id())
              .map(criteria -> request(delivery, version, criteria))
              .orElseGet(() -> new EventBody.Nothing("what was to be asked is not known any more"));
    };
  }

  private EventBody published(Delivery delivery, PactVersion version) {
    List<FootprintId> visible = footprints.idsOf(delivery.recipient(), delivery.subjects());
    return visible.isEmpty()
        ? NOTHING_VISIBLE
        : event(delivery, version, new EventContent.Published(visible));
  }

  private EventBody answer(Delivery delivery, PactVersion version, RecordedAnswers.Answered found) {
    String request = found.request().eventId();
    RequestAnswer answer = found.answer();
    if (answer.error() != null) {
      return event(delivery, version, new EventContent.RequestRejected(request, answer.error()));
    }
    List<ObjectNode> visible =
        footprints.whole(delivery.recipient(), version.eventsPath(), answer.footprints());
    if (visible.isEmpty()) {
      return NOTHING_VISIBLE;
    }
    List<ObjectNode> bodies = inVersion(version, visible);
    return bodies.isEmpty()
        ? new EventBody.Nothing(
            "none of the footprints can be written in PACT " + version.wireName())
        : event(delivery, version, new EventContent.RequestFulfilled(request, bodies));
  }

  /** Asks for what was written down, in the words of the version. */
  private EventBody request(Delivery delivery, PactVersion version, ObjectNode criteria) {
    return switch (RequestCriteria.data(version, criteria)) {
      case Outcome.Accepted<ObjectNode>(ObjectNode data) ->
          event(delivery, version, new EventContent.RequestCreated(data));
      case Outcome.Refused<ObjectNode>(var problems) ->
          new EventBody.Nothing(problems.getFirst().detail());
    };
  }

  /** The footprints in the data model of the version, but those it has no words for. */
  private static List<ObjectNode> inVersion(PactVersion version, List<ObjectNode> footprints) {
    return version == PactVersion.V3
        ? footprints
        : footprints.stream()
            .flatMap(footprint ->
                ProductFootprint.parse(footprint).then(Translation::toVersion2)
                        instanceof
                        Outcome.Accepted<
                            Translation<io.tanlian.contracts.pact.v2.ProductFootprint>>(
                            var translated)
                    ? Stream.of(translated.footprint().toJson())
                    : Stream.empty())
            .toList();
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
