package io.tanlian.contracts.json;

import static io.tanlian.contracts.problem.ProblemCode.JSON_DUPLICATE_KEY;
import static io.tanlian.contracts.problem.ProblemCode.JSON_NOT_STRICT;
import static io.tanlian.contracts.problem.ProblemCode.JSON_TRUNCATED;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds one tree from a parser's tokens and stops at the first that two readers may take apart.
 */
final class StrictTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final Deque<JsonNode> open = new ArrayDeque<>();
  private @Nullable JsonNode root;
  private String name = "";

  StrictTree(JsonParser parser) {
    this.parser = parser;
  }

  Outcome<JsonNode> read() {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      Problem problem = take(token);
      if (problem != null) {
        return Outcome.refused(problem);
      }
    }
    return root == null
        ? Outcome.refused(problem(JSON_TRUNCATED, "The JSON is empty", "Send one JSON value."))
        : Outcome.accepted(root);
  }

  private @Nullable Problem take(JsonToken token) {
    return switch (token) {
      case END_OBJECT, END_ARRAY -> {
        open.pop();
        yield null;
      }
      case PROPERTY_NAME -> nameProblem(parser.currentName());
      default -> root != null && open.isEmpty() ? trailing() : value(token);
    };
  }

  private @Nullable Problem value(JsonToken token) {
    Problem problem =
        switch (token) {
          case VALUE_STRING -> textProblem(parser.getString());
          case VALUE_NUMBER_FLOAT -> exponentProblem(parser.getString());
          default -> null;
        };
    if (problem == null) {
      add(node(token));
    }
    return problem;
  }

  private JsonNode node(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> NODES.objectNode();
      case START_ARRAY -> NODES.arrayNode();
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("not the start of a value: " + token);
    };
  }

  private void add(JsonNode node) {
    switch (open.peek()) {
      case ObjectNode object -> object.set(name, node);
      case ArrayNode array -> array.add(node);
      case null, default -> root = node;
    }
    if (node.isContainer()) {
      open.push(node);
    }
  }

  private @Nullable Problem nameProblem(String next) {
    Problem bad = textProblem(next);
    if (bad != null) {
      return bad;
    }
    name = next;
    if (open.element().has(name)) {
      return problem(
          JSON_DUPLICATE_KEY,
          "The name \"" + name + "\" occurs twice in one object",
          "Keep one of the two; readers differ in which they take.");
    }
    return null;
  }

  private @Nullable Problem textProblem(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isRefusedControl(text.charAt(i))) {
        return problem(
            JSON_NOT_STRICT,
            textPlace(),
            "A text holds the control character U+%04X".formatted((int) text.charAt(i)),
            "Remove it; tab, newline and carriage return are the only ones allowed.");
      }
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          return problem(
              JSON_NOT_STRICT,
              textPlace(),
              "A text holds half of a surrogate pair",
              "Write the whole character, or its two \\u escapes.");
        }
        i++;
      }
    }
    return null;
  }

  /**
   * The C0 and C1 controls of Unicode and DEL: databases and terminals do not take them as text.
   */
  private static boolean isRefusedControl(char c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
  }

  private @Nullable Problem exponentProblem(String number) {
    try {
      if (Math.abs((long) new BigDecimal(number).scale()) <= StrictJson.numberExponentMax) {
        return null;
      }
    } catch (NumberFormatException exponentBeyondInt) {
      // The exponent does not even fit an int: the same problem.
    }
    return problem(
        JSON_NOT_STRICT,
        "A number has more than %d places".formatted(StrictJson.numberExponentMax),
        "Write a number of ordinary size.");
  }

  private Problem trailing() {
    return problem(
        JSON_NOT_STRICT, "There is more after the end of the JSON value", "Send one value only.");
  }

  /** A bad name must not be carried on in a pointer: this one then leads to its object. */
  private JsonPointer textPlace() {
    return parser.currentToken() == JsonToken.PROPERTY_NAME ? pointer().head() : pointer();
  }

  private JsonPointer pointer() {
    return open.isEmpty() ? JsonPointer.empty() : parser.streamReadContext().pathAsPointer();
  }

  private Problem problem(ProblemCode code, String detail, String remedy) {
    return problem(code, pointer(), detail, remedy);
  }

  private Problem problem(ProblemCode code, JsonPointer where, String detail, String remedy) {
    return new Problem(
        code,
        where.toString(),
        detail + ", at " + StrictJson.place(parser.currentTokenLocation()) + ".",
        remedy);
  }
}
