package io.tanlian.contracts.pact.event;

import io.tanlian.contracts.pact.v3.FootprintId;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an event says (PACT v3 and v2.3, "Action Events"). */
public sealed interface EventContent {

  /**
   * A data recipient asks for footprints.
   *
   * @param criteria {@code data} as it was sent; its form is that of the event's version
   */
  record RequestCreated(ObjectNode criteria) implements EventContent {}

  /**
   * The owner's answer: these footprints meet the criteria.
   *
   * @param requestEventId of the {@link RequestCreated}, unchanged
   * @param footprints at least one, in the data model of the event's version
   */
  record RequestFulfilled(String requestEventId, List<ObjectNode> footprints)
      implements EventContent {
    public RequestFulfilled {
      if (footprints.isEmpty()) {
        throw new IllegalArgumentException(
            "a fulfilled request has at least one footprint in pfs; else reject it");
      }
      footprints = List.copyOf(footprints);
    }
  }

  /**
   * The owner's answer: there will be no footprint.
   *
   * @param requestEventId of the {@link RequestCreated}, unchanged
   */
  record RequestRejected(String requestEventId, EventError error) implements EventContent {}

  /** These footprints are new or changed; the recipient may fetch them. */
  record Published(List<FootprintId> footprints) implements EventContent {
    public Published {
      footprints = List.copyOf(footprints);
    }
  }
}
