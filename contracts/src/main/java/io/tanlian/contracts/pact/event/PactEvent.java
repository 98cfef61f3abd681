package io.tanlian.contracts.pact.event;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.problem.Outcome;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event between PACT hosts: a CloudEvent 1.0 in structured mode, {@code
 * application/cloudevents+json}.
 *
 * @param id any text; with the source it names one event
 * @param source where the sender takes events itself: a URL, a host with or without {@code //}, or
 *     a path
 */
public record PactEvent(
    PactVersion version, String id, String source, DateTime time, EventContent content) {
  /** The media type of an event on its own (CloudEvents JSON format, section 3). */
  public static final String MEDIA_TYPE = "application/cloudevents+json";

  /** Most characters of an id or a source that are taken. */
  public static final int textLengthMax = 2_048;

  private static final String SPEC_VERSION = "1.0";

  public PactEvent {
    requireText("id", id);
    requireText("source", source);
  }

  /**
   * Reads an event as a host takes it at the path of this version. Attributes that CloudEvents
   * allows beyond those of PACT are passed over.
   */
  public static Outcome<PactEvent> parse(PactVersion version, JsonNode json) {
    return Fields.read(json, in -> read(version, in));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("type", EventType.of(content).name(version))
        .value("specversion", SPEC_VERSION)
        .value("id", id)
        .value("source", source)
        .value("time", time)
        .object("data", data())
        .toJson();
  }

  private static PactEvent read(PactVersion version, Fields in) {
    EventType type = in.value("type", name -> EventType.parse(version, name));
    in.value("specversion", PactEvent::specVersion);
    PactEvent event =
        new PactEvent(
            version,
            in.text("id"),
            in.text("source"),
            in.value("time", DateTime::new),
            content(version, type, in));
    in.leaveRest();
    return event;
  }

  private static EventContent content(PactVersion version, EventType type, Fields in) {
    return switch (type) {
      case REQUEST_CREATED -> requested(version, in);
      case REQUEST_FULFILLED ->
          in.object(
              "data", data -> new EventContent.RequestFulfilled(requestId(data), footprints(data)));
      case REQUEST_REJECTED ->
          in.object(
              "data",
              data -> {
                var rejected =
                    new EventContent.RequestRejected(
                        requestId(data), data.object("error", EventError::read));
                data.leaveRest();
                return rejected;
              });
      case PUBLISHED ->
          in.object(
              "data",
              data -> {
                var published = new EventContent.Published(data.values("pfIds", FootprintId::new));
                data.leaveRest();
                return published;
              });
    };
  }

  private static EventContent requested(PactVersion version, Fields in) {
    if (version == PactVersion.V2) {
      in.object(
          "data",
          data -> {
            data.leaveRest();
            return data.rawObject("pf");
          });
    }
    return new EventContent.RequestCreated(in.rawObject("data"));
  }

  private static String requestId(Fields data) {
    return data.text("requestEventId");
  }

  private static List<ObjectNode> footprints(Fields data) {
    List<ObjectNode> footprints = data.rawObjects("pfs");
    data.leaveRest();
    return footprints;
  }

  private ObjectNode data() {
    ObjectWriter out = new ObjectWriter();
    return switch (content) {
      case EventContent.RequestCreated(ObjectNode criteria) -> criteria;
      case EventContent.RequestFulfilled(String request, List<ObjectNode> footprints) ->
          out.value("requestEventId", request)
              .objects("pfs", footprints, footprint -> footprint)
              .toJson();
      case EventContent.RequestRejected(String request, EventError error) ->
          out.value("requestEventId", request).object("error", error.toJson()).toJson();
      case EventContent.Published(List<FootprintId> footprints) ->
          out.list("pfIds", footprints).toJson();
    };
  }

  private static String specVersion(String stated) {
    if (!stated.equals(SPEC_VERSION)) {
      throw new IllegalArgumentException("specversion is always " + SPEC_VERSION);
    }
    return stated;
  }

  private static void requireText(String name, String text) {
    if (text.isBlank() || text.length() > textLengthMax) {
      throw new IllegalArgumentException(
          "%s has 1 to %d characters, not only spaces".formatted(name, textLengthMax));
    }
  }
}
