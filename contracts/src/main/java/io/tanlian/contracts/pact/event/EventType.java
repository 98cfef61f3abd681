package io.tanlian.contracts.pact.event;

import io.tanlian.contracts.pact.PactVersion;

/** The kinds of events, and how each version of PACT names them in {@code type}. */
public enum EventType {
  REQUEST_CREATED(
      "org.wbcsd.pathfinder.ProductFootprintRequest.Created.v1",
      "org.wbcsd.pact.ProductFootprint.RequestCreatedEvent.3"),
  REQUEST_FULFILLED(
      "org.wbcsd.pathfinder.ProductFootprintRequest.Fulfilled.v1",
      "org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3"),
  REQUEST_REJECTED(
      "org.wbcsd.pathfinder.ProductFootprintRequest.Rejected.v1",
      "org.wbcsd.pact.ProductFootprint.RequestRejectedEvent.3"),
  PUBLISHED(
      "org.wbcsd.pathfinder.ProductFootprint.Published.v1",
      "org.wbcsd.pact.ProductFootprint.PublishedEvent.3");

  private final String nameInV2;
  private final String nameInV3;

  EventType(String nameInV2, String nameInV3) {
    this.nameInV2 = nameInV2;
    this.nameInV3 = nameInV3;
  }

  /** The type of what an event says. */
  public static EventType of(EventContent content) {
    return switch (content) {
      case EventContent.RequestCreated _ -> REQUEST_CREATED;
      case EventContent.RequestFulfilled _ -> REQUEST_FULFILLED;
      case EventContent.RequestRejected _ -> REQUEST_REJECTED;
      case EventContent.Published _ -> PUBLISHED;
    };
  }

  /**
   * The type of this name.
   *
   * @throws IllegalArgumentException where the version has no such event
   */
  static EventType parse(PactVersion version, String name) {
    for (EventType type : values()) {
      if (type.name(version).equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "PACT %s has no event of this type: send one of RequestCreated, RequestFulfilled, "
                .formatted(version.wireName())
            + "RequestRejected and Published, as this version spells them");
  }

  /** The name in {@code type}. */
  public String name(PactVersion version) {
    return version == PactVersion.V2 ? nameInV2 : nameInV3;
  }
}
