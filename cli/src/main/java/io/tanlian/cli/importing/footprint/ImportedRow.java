package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.statement.Publication;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.FootprintId;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row whose footprint is on the ledger.
 *
 * @param row as the spreadsheet shows it, from 1
 * @param index of its entry
 * @param again whether it was there before
 */
record ImportedRow(
    int row,
    List<String> products,
    FootprintId footprint,
    StatementId statement,
    long index,
    boolean again) {
  static final List<String> FIELDS =
      List.of("row", "productIds", "footprint", "statement", "index");

  ImportedRow {
    products = List.copyOf(products);
  }

  /** The row that was published thus. */
  static ImportedRow of(DeclaredRow row, Publication publication) {
    return switch (publication) {
      case Publication.Proved(var published) -> of(row, published.index(), published.again());
      case Publication.Kept(long index, long _) -> of(row, index, true);
      default -> throw new IllegalArgumentException("it is not on the ledger: " + publication);
    };
  }

  private static ImportedRow of(DeclaredRow row, long index, boolean again) {
    return new ImportedRow(
        row.number(),
        row.footprint().productIds().stream().map(ProductId::value).toList(),
        row.footprint().id(),
        row.statement(),
        index,
        again);
  }

  List<String> record() {
    return List.of(
        Integer.toString(row),
        String.join(" ", products),
        footprint.text(),
        statement.value(),
        Long.toString(index));
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("row", row);
    var ids = json.putArray("productIds");
    products.forEach(ids::add);
    return json.put("footprint", footprint.text())
        .put("statement", statement.value())
        .put("index", index)
        .put("again", again);
  }
}
