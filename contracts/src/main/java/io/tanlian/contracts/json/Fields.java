package io.tanlian.contracts.json;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of one JSON object by name and refuses those that nobody asked for.
 *
 * <p>A reader takes what it knows and returns a value; the first field that does not fit ends the
 * reading with a problem at that field's JSON Pointer. A constructor's {@link
 * IllegalArgumentException} becomes such a problem too.
 */
public final class Fields {
  private final ObjectNode object;
  private final String pointer;
  private final Set<String> read = new HashSet<>();

  private Fields(ObjectNode object, String pointer) {
    this.object = object;
    this.pointer = pointer;
  }

  /** Reads a whole document with {@code reader}. */
  public static <T> Outcome<T> read(JsonNode node, Function<Fields, T> reader) {
    try {
      return Outcome.accepted(readAt(node, "", reader));
    } catch (Misfit misfit) {
      return Outcome.refused(misfit.problem);
    }
  }

  public boolean has(String name) {
    return object.has(name);
  }

  /** A required string. */
  public String text(String name) {
    return required(name, textOrNull(name));
  }

  /** A string, or null where the field is absent. */
  public @Nullable String textOrNull(String name) {
    return valueOrNull(name, text -> text);
  }

  /** A required string, parsed. */
  public <T> T value(String name, Function<String, T> parse) {
    return required(name, valueOrNull(name, parse));
  }

  /** A parsed string, or null where the field is absent. */
  public <T> @Nullable T valueOrNull(String name, Function<String, T> parse) {
    JsonNode node = take(name);
    return node == null ? null : parsed(node, at(name), parse);
  }

  /** A boolean, or null where the field is absent. */
  public @Nullable Boolean flagOrNull(String name) {
    JsonNode node = take(name);
    if (node == null) {
      return null;
    }
    if (!node.isBoolean()) {
      throw new Misfit(at(name), "This is not true or false.", "Write true or false.");
    }
    return node.booleanValue();
  }

  /** A required boolean. */
  public boolean flag(String name) {
    return required(name, flagOrNull(name));
  }

  /** A JSON number as it is written, or null where the field is absent. */
  public @Nullable BigDecimal numberOrNull(String name) {
    JsonNode node = take(name);
    if (node == null) {
      return null;
    }
    if (!node.isNumber()) {
      throw new Misfit(at(name), "This is not a number.", "Write a JSON number.");
    }
    return node.decimalValue();
  }

  /** A required JSON number. */
  public BigDecimal number(String name) {
    return required(name, numberOrNull(name));
  }

  /** A required object. */
  public <T> T object(String name, Function<Fields, T> reader) {
    return required(name, objectOrNull(name, reader));
  }

  /** An object, or null where the field is absent. */
  public <T> @Nullable T objectOrNull(String name, Function<Fields, T> reader) {
    JsonNode node = take(name);
    return node == null ? null : readAt(node, at(name), reader);
  }

  /** A required object as it is, whatever its fields. */
  public ObjectNode rawObject(String name) {
    if (required(name, take(name)) instanceof ObjectNode node) {
      return node;
    }
    throw new Misfit(at(name), "This is not an object.", "Write a JSON object.");
  }

  /** An array of objects as they are; empty where the field is absent. */
  public List<ObjectNode> rawObjects(String name) {
    return elements(
        name,
        (node, where) -> {
          if (node instanceof ObjectNode object) {
            return object;
          }
          throw new Misfit(where, "This is not an object.", "Write a JSON object.");
        });
  }

  /** Passes over what has not been read: for formats that others may extend. */
  public void leaveRest() {
    read.addAll(object.propertyNames());
  }

  /** A part that is read by its own type, such as a key; its problems are moved to this field. */
  public <T> T part(String name, Function<JsonNode, Outcome<T>> reader) {
    return switch (reader.apply(required(name, take(name)))) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Refused<T>(List<Problem> problems) ->
          throw new Misfit(problems.getFirst().under(at(name)));
    };
  }

  /** An array of strings, each parsed; empty where the field is absent. */
  public <T> List<T> values(String name, Function<String, T> parse) {
    return elements(name, (node, where) -> parsed(node, where, parse));
  }

  /** An array of objects; empty where the field is absent. */
  public <T> List<T> objects(String name, Function<Fields, T> reader) {
    return elements(name, (node, where) -> readAt(node, where, reader));
  }

  /** All fields of this object, as far as they have not been read. */
  public List<String> remainingNames() {
    return object.propertyNames().stream().filter(name -> !read.contains(name)).toList();
  }

  private <T> List<T> elements(String name, ElementReader<T> reader) {
    JsonNode node = take(name);
    List<T> elements = new ArrayList<>();
    if (node == null) {
      return elements;
    }
    if (!node.isArray()) {
      throw new Misfit(at(name), "This is not an array.", "Write a JSON array.");
    }
    for (int i = 0; i < node.size(); i++) {
      elements.add(reader.read(node.get(i), at(name) + "/" + i));
    }
    return elements;
  }

  private interface ElementReader<T> {
    T read(JsonNode node, String where);
  }

  private static <T> T readAt(JsonNode node, String where, Function<Fields, T> reader) {
    if (!(node instanceof ObjectNode object)) {
      throw new Misfit(where, "This is not an object.", "Write a JSON object.");
    }
    Fields fields = new Fields(object, where);
    T value = checked(where, () -> reader.apply(fields));
    List<String> unread = fields.remainingNames();
    if (!unread.isEmpty()) {
      throw new Misfit(
          new Problem(
              ProblemCode.SCHEMA_UNKNOWN_FIELD,
              fields.at(unread.getFirst()),
              "There is no such field here.",
              "Remove the field or correct its name."));
    }
    return value;
  }

  private static <T> T parsed(JsonNode node, String where, Function<String, T> parse) {
    if (!node.isString()) {
      throw new Misfit(where, "This is not a string.", "Write a JSON string.");
    }
    return checked(where, () -> parse.apply(node.stringValue()));
  }

  private static <T> T checked(String where, Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException broken) {
      String rule = String.valueOf(broken.getMessage());
      throw new Misfit(where, "A rule is broken: " + rule + ".", "Correct the value.");
    }
  }

  private @Nullable JsonNode take(String name) {
    read.add(name);
    return object.get(name);
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new Misfit(
          new Problem(
              ProblemCode.SCHEMA_MISSING_FIELD,
              at(name),
              "The required field %s is missing.".formatted(name),
              "Add the field %s.".formatted(name)));
    }
    return value;
  }

  private String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Ends a reading; never leaves this class. */
  private static final class Misfit extends RuntimeException {
    private final transient Problem problem;

    Misfit(Problem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    Misfit(String where, String detail, String remedy) {
      this(new Problem(ProblemCode.SCHEMA_INVALID, where, detail, remedy));
    }
  }
}
