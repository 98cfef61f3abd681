package io.tanlian.ledger.storage;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A text array as PostgreSQL spells it in text. Parameters cannot nest arrays of different lengths;
 * an array of such literals can.
 */
public final class TagLiteral {
  private TagLiteral() {}

  public static String of(Collection<String> tags) {
    return tags.stream().map(TagLiteral::quoted).collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String tag) {
    return '"' + tag.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
