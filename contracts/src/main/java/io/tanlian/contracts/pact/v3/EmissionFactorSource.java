package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/** A database of emission factors and its version, {@code Ecoinvent 3.11} for one. */
public record EmissionFactorSource(String name, String version) {
  public static EmissionFactorSource read(Fields in) {
    return new EmissionFactorSource(in.text("name"), in.text("version"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter().value("name", name).value("version", version).toJson();
  }
}
