package io.tanlian.example.battery.fuzz;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What can be asked of a node.
 *
 * @param path with names in braces where something is to be filled in
 * @param query the names of its query parameters, as far as it describes them
 * @param body the JSON Schema of what it takes; missing where it takes or describes none
 */
record Endpoint(String method, String path, List<String> query, JsonNode body) {

  @Override
  public String toString() {
    return method + " " + path;
  }
}
