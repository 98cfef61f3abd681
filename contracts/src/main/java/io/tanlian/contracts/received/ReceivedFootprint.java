package io.tanlian.contracts.received;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A footprint as it came.
 *
 * @param receivedFor the participant that asked for it; nobody else sees it
 * @param host base URL of the PACT host it came from
 * @param retrievedAt when
 * @param bodySha256 of the footprint's bytes as they came, in lower-case hex
 * @param specVersion of PACT, as the host stated it
 * @param footprint in PACT v3, translated where the host speaks an older version
 */
public record ReceivedFootprint(
    ParticipantId receivedFor,
    String host,
    Instant retrievedAt,
    String bodySha256,
    String specVersion,
    ProductFootprint footprint) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public ReceivedFootprint {
    if (!SHA256.matcher(bodySha256).matches()) {
      throw new IllegalArgumentException("bodySha256 is 64 lower-case hex digits");
    }
  }

  /** The footprint, or nothing where it is concealed from the reader. */
  static Optional<ReceivedFootprint> readIfShown(Fields in) {
    return in.remainingNames().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReceivedFootprint(
                in.value("receivedFor", ParticipantId::parse),
                in.text("host"),
                in.value("retrievedAt", ReceivedFootprint::moment),
                in.text("bodySha256"),
                in.text("specVersion"),
                in.object("productFootprint", ProductFootprint::read)));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("receivedFor", receivedFor)
        .value("host", host)
        .value("retrievedAt", retrievedAt)
        .value("bodySha256", bodySha256)
        .value("specVersion", specVersion)
        .object("productFootprint", footprint.toJson())
        .toJson();
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException otherForm) {
      throw new IllegalArgumentException("a moment is written 2027-01-31T00:00:00Z", otherForm);
    }
  }
}
