package io.tanlian.contracts.pact.v3;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Further data under a schema that PACT does not define; carried along, never interpreted. */
public record DataModelExtension(
    String specVersion, String dataSchema, @Nullable String documentation, ObjectNode data) {
  public DataModelExtension {
    data = data.deepCopy();
  }

  @Override
  public ObjectNode data() {
    return data.deepCopy();
  }
}
