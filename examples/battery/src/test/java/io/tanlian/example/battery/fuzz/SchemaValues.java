package io.tanlian.example.battery.fuzz;

import io.tanlian.contracts.schema.Schemas;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that a JSON Schema asks for, at the edges of what it allows and a little beyond. */
final class SchemaValues {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEPTH_MAX = 12;

  private final List<String> knownTexts;
  private final Random random;

  /**
   * @param knownTexts some of which may be what a pattern asks for
   */
  SchemaValues(List<String> knownTexts, Random random) {
    this.knownTexts = knownTexts;
    this.random = random;
  }

  JsonNode ofType(String statementType) {
    JsonNode document = document(statementType);
    return value(document, document, 0);
  }

  /**
   * @param document in which references are looked up
   */
  JsonNode value(JsonNode schema, JsonNode document, int depth) {
    if (schema.has("$ref")) {
      return referred(schema.path("$ref").stringValue(), document, depth);
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (!schema.path(choice).isEmpty() && !schema.has("properties")) {
        JsonNode choices = schema.path(choice);
        return value(choices.get(random.nextInt(choices.size())), document, depth + 1);
      }
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (!schema.path("enum").isEmpty()) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    if (depth > DEPTH_MAX) {
      return JSON.nullNode();
    }
    return switch (type(schema)) {
      case "object" -> object(schema, document, depth);
      case "array" -> array(schema, document, depth);
      case "integer", "number" -> number(schema);
      case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
      default -> JSON.getNodeFactory().stringNode(text(schema));
    };
  }

  private JsonNode referred(String reference, JsonNode document, int depth) {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    JsonNode in = file.isEmpty() ? document : document(file.split("/", -1)[2]);
    return value(hash < 0 ? in : in.at(reference.substring(hash + 1)), in, depth + 1);
  }

  private static JsonNode document(String name) {
    return JSON.readTree(Schemas.forType(name).orElseThrow());
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type").isArray() ? schema.at("/type/0") : schema.path("type");
    return type.stringValue(schema.has("properties") ? "object" : "string");
  }

  private ObjectNode object(JsonNode schema, JsonNode document, int depth) {
    List<String> required =
        schema.path("required").valueStream().map(JsonNode::stringValue).toList();
    ObjectNode object = JSON.createObjectNode();
    for (String name : schema.path("properties").propertyNames()) {
      if (random.nextInt(100) < (required.contains(name) ? 98 : 40)) {
        object.set(name, value(schema.path("properties").path(name), document, depth + 1));
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, JsonNode document, int depth) {
    int size = Math.max(schema.path("minItems").intValue(0), random.nextInt(3));
    ArrayNode array = JSON.createArrayNode();
    for (int i = 0; i < size; i++) {
      array.add(value(schema.path("items"), document, depth + 1));
    }
    return array;
  }

  private JsonNode number(JsonNode schema) {
    long least = schema.path("minimum").longValue(Integer.MIN_VALUE);
    long most = schema.path("maximum").longValue(Long.MAX_VALUE - 1);
    return JSON.getNodeFactory()
        .numberNode(
            Oddities.oneOf(List.of(least, least - 1, most, most + 1, 0L, 1L, 100L), random));
  }

  private String text(JsonNode schema) {
    if (random.nextInt(20) == 0) {
      return Oddities.text(random);
    }
    if (schema.path("format").stringValue("").equals("date-time")) {
      return "2026-0%d-01T00:00:00Z".formatted(1 + random.nextInt(9));
    }
    Pattern pattern = Pattern.compile(schema.path("pattern").stringValue(""));
    List<String> fitting =
        knownTexts.stream().filter(text -> pattern.matcher(text).find()).toList();
    return fitting.isEmpty() ? Oddities.text(random) : Oddities.oneOf(fitting, random);
  }
}
