package io.tanlian.exchange.received;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the footprints out of a host's answer, each with the very bytes it was sent in. */
final class ListedFootprints {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String DATA = "data";

  private ListedFootprints() {}

  /** Those of {@code {"data": [...]}}; empty if the answer is none. */
  static Optional<List<ReceivedBody>> ofList(byte[] body) {
    return json(body)
        .map(json -> json.path(DATA))
        .filter(data -> data instanceof ArrayNode)
        .flatMap(data -> slices(body, data.valueStream().toList()));
  }

  private static Optional<JsonNode> json(byte[] body) {
    return StrictJson.parse(body) instanceof Outcome.Accepted<JsonNode>(JsonNode json)
        ? Optional.of(json)
        : Optional.empty();
  }

  private static Optional<List<ReceivedBody>> slices(byte[] body, List<JsonNode> footprints) {
    List<byte[]> bytes = bytesOfObjectsInData(body);
    List<ReceivedBody> bodies = new ArrayList<>();
    for (int i = 0; i < footprints.size(); i++) {
      if (!(footprints.get(i) instanceof ObjectNode object) || i >= bytes.size()) {
        return Optional.empty();
      }
      bodies.add(ReceivedBody.of(object, bytes.get(i)));
    }
    return Optional.of(bodies);
  }

  private static List<byte[]> bytesOfObjectsInData(byte[] body) {
    List<byte[]> found = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return found;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals(DATA);
        JsonToken value = parser.nextToken();
        if (wanted && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            found.add(object(parser, body));
          }
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException notJson) {
      return List.of();
    }
    return found;
  }

  private static byte[] object(JsonParser parser, byte[] body) {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    return Arrays.copyOfRange(body, start, (int) parser.currentLocation().getByteOffset());
  }
}
