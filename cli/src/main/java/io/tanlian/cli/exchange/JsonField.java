package io.tanlian.cli.exchange;

import tools.jackson.databind.JsonNode;

/** Reads the members that an exchange's answer must have; a missing one is an unusable answer. */
final class JsonField {
  private JsonField() {}

  static String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isString()) {
      throw new IllegalArgumentException("its member " + name + " is not a text.");
    }
    return value.stringValue();
  }

  static long wholeNumber(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new IllegalArgumentException("its member " + name + " is not a whole number.");
    }
    return value.longValue();
  }
}
