package io.tanlian.contracts.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a JSON object field by field; a null value leaves its field out. */
public final class ObjectWriter {
  private final ObjectNode object = JsonNodeFactory.instance.objectNode();

  /** A string: the value's {@code toString()}. */
  public ObjectWriter value(String name, @Nullable Object value) {
    if (value != null) {
      object.put(name, value.toString());
    }
    return this;
  }

  /** A JSON number without fraction: a position or a year, never a figure. */
  public ObjectWriter wholeNumber(String name, long value) {
    object.put(name, value);
    return this;
  }

  /** A JSON number, for a format that has them where we have decimal strings. */
  public ObjectWriter number(String name, @Nullable BigDecimal value) {
    if (value != null) {
      object.put(name, value);
    }
    return this;
  }

  public ObjectWriter flag(String name, @Nullable Boolean value) {
    if (value != null) {
      object.put(name, value);
    }
    return this;
  }

  public ObjectWriter object(String name, @Nullable ObjectNode value) {
    if (value != null) {
      object.set(name, value);
    }
    return this;
  }

  /** An array of strings, each a value's {@code toString()}. */
  public ObjectWriter list(String name, Collection<?> values) {
    ArrayNode array = object.putArray(name);
    values.forEach(value -> array.add(value.toString()));
    return this;
  }

  public ObjectWriter listUnlessEmpty(String name, Collection<?> values) {
    return values.isEmpty() ? this : list(name, values);
  }

  public <T> ObjectWriter objects(
      String name, Collection<T> values, Function<T, ObjectNode> write) {
    ArrayNode array = object.putArray(name);
    values.forEach(value -> array.add(write.apply(value)));
    return this;
  }

  public <T> ObjectWriter objectsUnlessEmpty(
      String name, Collection<T> values, Function<T, ObjectNode> write) {
    return values.isEmpty() ? this : objects(name, values, write);
  }

  /** What has been written. */
  public ObjectNode toJson() {
    return object;
  }
}
