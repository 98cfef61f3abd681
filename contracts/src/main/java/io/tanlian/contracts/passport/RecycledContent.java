package io.tanlian.contracts.passport;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The recycled content section (Regulation (EU) 2023/1542, article 8 and annex XIII, 1; DIN DKE
 * SPEC 99100, 6.6.2): per model, plant and year.
 *
 * @param claim the statement that claims it
 * @param verdicts how rule packs judge it; no attribute of the SPEC
 */
public record RecycledContent(
    StatementId claim,
    Urn plant,
    int year,
    List<RecycledShare> shares,
    List<ThresholdVerdict> verdicts) {
  public RecycledContent {
    shares = List.copyOf(shares);
    verdicts = List.copyOf(verdicts);
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("claim", claim)
        .value("plant", plant)
        .wholeNumber("year", year)
        .objects("recycledContent", shares, RecycledShare::toJson)
        .objectsUnlessEmpty("verdicts", verdicts, ThresholdVerdict::toJson)
        .toJson();
  }
}
