package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.statement.Publication;
import io.tanlian.contracts.identifier.ProductId;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row whose footprint is on the ledger.
 *
 * @param index of its entry
 * @param again whether it was there before
 */
record ImportedRow(DeclaredRow row, long index, boolean again) {
  static final List<String> FIELDS =
      List.of("row", "productIds", "footprint", "statement", "index");

  /** The row that was published thus. */
  static ImportedRow of(DeclaredRow row, Publication publication) {
    return switch (publication) {
      case Publication.Proved(var published) ->
          new ImportedRow(row, published.index(), published.again());
      case Publication.Kept(long index, long _) -> new ImportedRow(row, index, true);
      default -> throw new IllegalArgumentException("it is not on the ledger: " + publication);
    };
  }

  List<String> record() {
    return List.of(
        Integer.toString(row.number()),
        row.footprint().productIds().stream()
            .map(ProductId::value)
            .collect(Collectors.joining(" ")),
        row.footprint().id().text(),
        row.statement().value(),
        Long.toString(index));
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("row", row.number());
    row.footprint().productIds().forEach(id -> json.withArray("productIds").add(id.value()));
    return json.put("footprint", row.footprint().id().text())
        .put("statement", row.statement().value())
        .put("index", index)
        .put("again", again);
  }
}
