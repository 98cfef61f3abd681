package io.tanlian.cli.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
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

  static Optional<String> textIfAny(JsonNode object, String name) {
    return object.has(name) ? Optional.of(text(object, name)) : Optional.empty();
  }

  static boolean flag(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("its member " + name + " is neither true nor false.");
    }
    return value.booleanValue();
  }

  static OptionalLong wholeNumberIfAny(JsonNode object, String name) {
    return object.has(name) ? OptionalLong.of(wholeNumber(object, name)) : OptionalLong.empty();
  }

  static long wholeNumber(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new IllegalArgumentException("its member " + name + " is not a whole number.");
    }
    return value.longValue();
  }

  static BigDecimal figure(JsonNode object, String name) {
    return ServedFigure.parse(text(object, name))
        .orElseThrow(
            () -> new IllegalArgumentException("its member " + name + " is not a plain decimal."));
  }

  static Optional<BigDecimal> figureIfAny(JsonNode object, String name) {
    return object.has(name) ? Optional.of(figure(object, name)) : Optional.empty();
  }

  /** The texts in an array; none where there is no such member. */
  static List<String> texts(JsonNode object, String name) {
    return elements(
        object,
        name,
        element -> {
          if (!element.isString()) {
            throw new IllegalArgumentException("its member " + name + " holds no texts.");
          }
          return element.stringValue();
        });
  }

  /** The elements of an array, each read; none where there is no such member. */
  static <T> List<T> elements(JsonNode object, String name, Function<JsonNode, T> read) {
    List<T> elements = new ArrayList<>();
    object.path(name).forEach(element -> elements.add(read.apply(element)));
    return elements;
  }
}
