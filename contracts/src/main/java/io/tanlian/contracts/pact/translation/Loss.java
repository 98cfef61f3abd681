package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/** One thing that a translation does not carry over unchanged. Pointers are those of RFC 6901. */
public sealed interface Loss {

  /** Why, in plain English. */
  String words();

  /** How a reader sees it. */
  ObjectNode toJson();

  /**
   * The target has no place for a value.
   *
   * @param from its place in the source
   */
  record Dropped(String from, String words) implements Loss {
    @Override
    public ObjectNode toJson() {
      return new ObjectWriter()
          .value("kind", "dropped")
          .value("from", from)
          .value("words", words)
          .toJson();
    }
  }

  /**
   * The target asks for a value that the source does not state.
   *
   * @param to its place in the target
   */
  record Assumed(String to, String words) implements Loss {
    @Override
    public ObjectNode toJson() {
      return new ObjectWriter()
          .value("kind", "assumed")
          .value("to", to)
          .value("words", words)
          .toJson();
    }
  }

  /**
   * The value is there, but it is not the same, or does not mean quite the same.
   *
   * @param from its place in the source
   * @param to its place in the target
   */
  record Changed(String from, String to, String words) implements Loss {
    @Override
    public ObjectNode toJson() {
      return new ObjectWriter()
          .value("kind", "changed")
          .value("from", from)
          .value("to", to)
          .value("words", words)
          .toJson();
    }
  }
}
