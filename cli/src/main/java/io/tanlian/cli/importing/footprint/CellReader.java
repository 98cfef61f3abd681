package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.importing.table.Given;
import io.tanlian.contracts.unit.DecimalText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a cell as its column wants it. */
final class CellReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CellReader() {}

  /**
   * The JSON value of the field.
   *
   * @throws WrongCell if the cell is not written as its column's are
   */
  static JsonNode read(Given cell, Kind kind) throws WrongCell {
    return switch (kind) {
      case TEXT -> JSON.stringNode(text(cell));
      case DECIMAL -> JSON.stringNode(DecimalCell.read(cell));
      case TIME -> JSON.stringNode(TimeCell.read(cell));
      case FLAG -> JSON.booleanNode(flag(cell));
      case WORDS -> list(text(cell), "[\\s\u00A0]+", JSON::stringNode);
      case LINES -> list(text(cell), "[;\uFF1B\\n\\r]", JSON::stringNode);
      case SOURCES -> sources(text(cell));
    };
  }

  private static String text(Given cell) throws WrongCell {
    return switch (cell) {
      case Given.Text(String text) -> text;
      case Given.Figure(var number, boolean percent) when !percent -> DecimalText.of(number);
      case Given.Flag(boolean flag) -> Boolean.toString(flag).toUpperCase(Locale.ROOT);
      case Given.Unusable(_, String why, String remedy) -> throw new WrongCell(why, remedy);
      case Given.Figure _, Given.Moment _ ->
          throw new WrongCell(
              "this is a %s, not a text"
                  .formatted(cell instanceof Given.Moment ? "date" : "percentage"),
              "Give the cell the format Text, and write the text again.");
    };
  }

  private static boolean flag(Given cell) throws WrongCell {
    if (cell instanceof Given.Flag(boolean flag)) {
      return flag;
    }
    return switch (text(cell).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongCell("this is neither true nor false", "Write true or false.");
    };
  }

  private static JsonNode sources(String text) throws WrongCell {
    for (String source : parts(text, "[;\uFF1B\\n\\r]")) {
      int at = source.lastIndexOf('@');
      if (at < 1 || at == source.length() - 1) {
        throw new WrongCell(
            "a source is written name@version", "Write a name, @ and a version: ecoinvent@3.11.");
      }
    }
    return list(
        text,
        "[;\uFF1B\\n\\r]",
        source ->
            JSON.objectNode()
                .put("name", source.substring(0, source.lastIndexOf('@')).strip())
                .put("version", source.substring(source.lastIndexOf('@') + 1).strip()));
  }

  private static ArrayNode list(
      String text, String separators, Function<String, ? extends JsonNode> element) {
    ArrayNode list = JSON.arrayNode();
    parts(text, separators).forEach(part -> list.add(element.apply(part)));
    return list;
  }

  private static List<String> parts(String text, String separators) {
    return Arrays.stream(text.split(separators, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
