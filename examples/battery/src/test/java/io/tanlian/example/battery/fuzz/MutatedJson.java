package io.tanlian.example.battery.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON text like another, with something in it wrong; it need not be JSON any more. */
final class MutatedJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Random random;
  private final JsonNode tree;
  private final Map<String, String> raw = new HashMap<>();

  private MutatedJson(JsonNode tree, Random random) {
    this.random = random;
    this.tree = tree;
  }

  /** The text with so many changes. */
  static String of(JsonNode original, int changes, Random random) {
    MutatedJson mutated = new MutatedJson(original.deepCopy(), random);
    for (int i = 0; i < changes; i++) {
      mutated.change();
    }
    return mutated.text();
  }

  static String of(String original, int changes, Random random) {
    return of(JSON.readTree(original), changes, random);
  }

  private void change() {
    List<JsonNode> parents = new ArrayList<>();
    collect(tree, parents);
    if (parents.isEmpty()) {
      return;
    }
    switch (Oddities.oneOf(parents, random)) {
      case ObjectNode object -> change(object);
      case ArrayNode array -> change(array);
      default -> throw new AssertionError("no parent");
    }
  }

  private void change(ObjectNode object) {
    String name = Oddities.oneOf(List.copyOf(object.propertyNames()), random);
    switch (random.nextInt(8)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(marked(Oddities.json(random)), object.remove(name));
      case 2 -> object.put(marked("\"" + name + "\""), "twice");
      case 3 -> object.put(Oddities.text(random), 1);
      case 4 -> object.set(name, JSON.createArrayNode().add(object.get(name)));
      default -> object.put(name, marked(Oddities.json(random)));
    }
  }

  private void change(ArrayNode array) {
    int index = random.nextInt(array.size());
    switch (random.nextInt(5)) {
      case 0 -> array.remove(index);
      case 1 -> array.add(array.get(index).deepCopy());
      case 2 -> {
        int copies = 1 + random.nextInt(1_200);
        for (int i = 0; i < copies; i++) {
          array.add(array.get(index));
        }
      }
      default -> array.set(index, JSON.getNodeFactory().stringNode(marked(Oddities.json(random))));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainer() && !node.isEmpty()) {
      parents.add(node);
    }
    node.forEach(child -> collect(child, parents));
  }

  private String marked(String text) {
    String marker = "@@" + raw.size() + "@@";
    raw.put(marker, text);
    return marker;
  }

  private String text() {
    String text = JSON.writeValueAsString(tree);
    for (Map.Entry<String, String> one : raw.entrySet()) {
      text = text.replace("\"" + one.getKey() + "\"", one.getValue());
    }
    return text;
  }
}
