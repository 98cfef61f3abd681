package io.tanlian.contracts.evidence;

import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a place of an exported document is empty, or what to bear in mind when reading it.
 *
 * @param pointer the place, as a JSON Pointer (RFC 6901)
 * @param words a sentence, and the remedy where there is one
 */
public record Remark(String pointer, String words) {
  public ObjectNode toJson() {
    return new ObjectWriter().value("pointer", pointer).value("words", words).toJson();
  }
}
