package io.tanlian.cli.judgement;

import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Table;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.verifier.material.Share;
import io.tanlian.verifier.stock.RecycledContent;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows what is recycled in a product by its claim, each origin apart, in words and as JSON. */
final class ContentView {
  private ContentView() {}

  private record Line(MaterialOrigin what, Boundary boundary, Share share) {}

  static void show(RecycledContentClaim claim, Printer printer) {
    printer.line(
        "%s, %s, %s, method %s, custody %s"
            .formatted(
                claim.product().value(),
                claim.plant(),
                claim.year(),
                claim.method().wireName(),
                claim.custody().wireName()));
    Table table = new Table();
    for (Line line : lines(claim)) {
      table.row(
          "  " + line.boundary().wireName(),
          line.what().material().code(),
          line.what().origin().wireName(),
          line.share().percent().toPlainString() + " %");
    }
    printer.table(table);
  }

  static ObjectNode json(RecycledContentClaim claim) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("product", claim.product().value())
            .put("plant", claim.plant().value())
            .put("year", claim.year().toString())
            .put("method", claim.method().wireName())
            .put("custody", claim.custody().wireName());
    for (Line line : lines(claim)) {
      json.withArray("shares")
          .addObject()
          .put("material", line.what().material().code())
          .put("boundary", line.boundary().wireName())
          .put("origin", line.what().origin().wireName())
          .put("recycled", line.share().part().toPlainString())
          .put("total", line.share().whole().toPlainString())
          .put("percent", line.share().percent().toPlainString());
    }
    return json;
  }

  private static List<Line> lines(RecycledContentClaim claim) {
    RecycledContent content = RecycledContent.of(claim);
    return claim.denominators().stream()
        .flatMap(denominator ->
            Arrays.stream(Origin.values())
                .filter(Origin::isRecycled)
                .map(origin -> new MaterialOrigin(denominator.material(), origin))
                .map(what ->
                    new Line(
                        what,
                        denominator.boundary(),
                        new Share(content.allocated(what), denominator.mass()))))
        .toList();
  }
}
