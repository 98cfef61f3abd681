package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Undoes an earlier statement of the issuer about material, as bookkeepers do: what it used is
 * there again, what it brought never was. Possible only while nothing it brought has been used.
 * What is right instead is stated anew.
 *
 * @param statement what is undone
 * @param returned exactly what it had used, so that the batches' own histories tell the whole story
 */
public record Correction(StatementId statement, String reason, List<Allocation> returned) {
  public Correction {
    returned = List.copyOf(returned);
    Lots.requireDistinctBatches(returned);
  }

  public static Correction read(Fields in) {
    return new Correction(
        in.value("statement", StatementId::parse),
        in.text("reason"),
        in.objects("returned", Allocation::read));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("statement", statement)
        .value("reason", reason)
        .objectsUnlessEmpty("returned", returned, Allocation::toJson)
        .toJson();
  }
}
