package io.tanlian.contracts.pact.translation;

import static io.tanlian.contracts.problem.Outcomes.accepted;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Footprints in files, for the tests of translation. */
final class Documents {
  static final String FULL_V3 = "/schema/good/PactProductFootprint.json";
  static final String FULL_V2 = "/pact/translation/full-v2.json";

  private Documents() {}

  static ObjectNode json(String name) {
    return (ObjectNode) accepted(StrictJson.parse(text(name)));
  }

  private static String text(String name) {
    try (InputStream file =
        Objects.requireNonNull(Documents.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static ObjectNode pcf(ObjectNode footprint) {
    return (ObjectNode) footprint.get("pcf");
  }

  static ProductFootprint version3(ObjectNode json) {
    return accepted(ProductFootprint.parse(json));
  }

  static io.tanlian.contracts.pact.v2.ProductFootprint version2(ObjectNode json) {
    return accepted(io.tanlian.contracts.pact.v2.ProductFootprint.parse(json));
  }
}
