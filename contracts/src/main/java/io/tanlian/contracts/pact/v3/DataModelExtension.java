package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Further data under a schema that PACT does not define; carried along, never interpreted. */
public record DataModelExtension(
    String specVersion, String dataSchema, @Nullable String documentation, ObjectNode data) {
  public DataModelExtension {
    data = data.deepCopy();
  }

  /** Reads an extension. */
  public static DataModelExtension read(Fields in) {
    return new DataModelExtension(
        in.text("specVersion"),
        in.text("dataSchema"),
        in.textOrNull("documentation"),
        in.rawObject("data"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("specVersion", specVersion)
        .value("dataSchema", dataSchema)
        .value("documentation", documentation)
        .object("data", data())
        .toJson();
  }

  @Override
  public ObjectNode data() {
    return data.deepCopy();
  }
}
