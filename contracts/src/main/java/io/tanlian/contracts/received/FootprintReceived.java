package io.tanlian.contracts.received;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operator records that it received a footprint from another PACT host, for one participant.
 * Nobody who made the footprint signed it: what the ledger proves is that it came, when and from
 * where.
 *
 * <p>All of it is concealed: who buys what from whom is nobody else's business.
 *
 * @param received null where it is concealed from the reader
 */
public record FootprintReceived(@Nullable ReceivedFootprint received) {

  /** The one statement that records this, however often the same footprint comes. */
  public static StatementId idOf(ReceivedFootprint received) {
    return StatementId.derivedFrom(
        "FootprintReceived",
        received.receivedFor().value(),
        received.host(),
        received.footprint().id().uuid().toString(),
        received.bodySha256());
  }

  public static FootprintReceived read(Fields in) {
    return new FootprintReceived(
        in.object("received", ReceivedFootprint::readIfShown).orElse(null));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .object(
            "received",
            received == null ? JsonNodeFactory.instance.objectNode() : received.toJson())
        .toJson();
  }
}
