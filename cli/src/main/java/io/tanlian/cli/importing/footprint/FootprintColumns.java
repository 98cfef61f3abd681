package io.tanlian.cli.importing.footprint;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The columns there are, in the template's order. What a column means is in {@code
 * /import/footprint-columns.csv}; whether a row needs it and which values it takes, in the schema.
 */
final class FootprintColumns {
  /** The footprint's place in the claim. */
  static final String FOOTPRINT = "/productFootprint";

  private static final String RESOURCE = "/import/footprint-columns.csv";
  private static final String SCHEMA = "PactProductFootprint";

  private static final Map<String, FootprintColumn> BY_NAME = load();

  private FootprintColumns() {}

  static Collection<FootprintColumn> all() {
    return BY_NAME.values();
  }

  static Optional<FootprintColumn> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The column with the field at this place in the claim, or around it; none for other places. */
  static Optional<FootprintColumn> at(String pointer) {
    return all().stream()
        .filter(column ->
            pointer.equals(column.pointer()) || pointer.startsWith(column.pointer() + "/"))
        .max(Comparator.comparingInt(column -> column.name().length()));
  }

  private static Map<String, FootprintColumn> load() {
    JsonNode schema = read(SCHEMA);
    Map<String, FootprintColumn> columns = new LinkedHashMap<>();
    try (InputStream in =
            Objects.requireNonNull(FootprintColumns.class.getResourceAsStream(RESOURCE), RESOURCE);
        CsvReader<NamedCsvRecord> records =
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      records.forEach(record -> columns.put(record.getField("name"), column(record, schema)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return columns;
  }

  private static FootprintColumn column(NamedCsvRecord record, JsonNode schema) {
    boolean required = record.getField("filledIn").isEmpty();
    JsonNode field = schema;
    for (String name : record.getField("name").split("\\.", -1)) {
      required &= field.path("required").valueStream().anyMatch(one -> one.asString().equals(name));
      field = resolved(field.path("properties").path(name), schema);
    }
    return new FootprintColumn(
        record.getField("name"),
        Kind.parse(record.getField("kind")),
        record.getField("unit"),
        required,
        field.path("enum").valueStream().map(JsonNode::asString).toList(),
        record.getField("example"),
        record.getField("second"),
        record.getField("english"),
        record.getField("chinese"));
  }

  /** What a reference leads to, within this schema or in the shared one. */
  private static JsonNode resolved(JsonNode field, JsonNode schema) {
    String reference = field.path("$ref").asString("");
    if (reference.isEmpty()) {
      return field;
    }
    int fragment = reference.indexOf('#') + 1;
    JsonNode document = fragment == 1 ? schema : read("Shared");
    return document.at(reference.substring(fragment));
  }

  private static JsonNode read(String name) {
    return switch (StrictJson.parse(Schemas.forType(name).orElseThrow())) {
      case Outcome.Accepted<JsonNode>(JsonNode document) -> document;
      case Outcome.Refused<JsonNode>(var problems) ->
          throw new IllegalStateException("schema " + name + ": " + problems);
    };
  }
}
