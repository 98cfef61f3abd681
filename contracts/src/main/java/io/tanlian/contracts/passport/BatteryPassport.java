package io.tanlian.contracts.passport;

import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.evidence.Remark;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two sections of a battery passport (Regulation (EU) 2023/1542, article 77 and annex XIII): carbon
 * footprint and recycled content, with the ledger entries that prove them. Figures are decimal
 * strings, where the Battery Pass data model 1.2.0 has binary floating point.
 *
 * @param product the battery's name on the exchange; {@code productIdentifier} of the data model
 * @param recycledContent null where no claim was given
 * @param missing why an attribute is absent; absent never means zero
 * @param doubts what to bear in mind
 */
public record BatteryPassport(
    ProductId product,
    BatteryIdentity identity,
    BatteryCarbonFootprint carbonFootprint,
    @Nullable RecycledContent recycledContent,
    List<Remark> missing,
    List<Remark> doubts,
    List<Evidence> evidence) {
  /** The name of its schema. */
  public static final String SCHEMA = "BatteryPassport";

  /** The standard whose attributes it has. */
  public static final String STANDARD = "DIN DKE SPEC 99100:2025-02";

  public BatteryPassport {
    missing = List.copyOf(missing);
    doubts = List.copyOf(doubts);
    evidence = List.copyOf(evidence);
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("standard", STANDARD)
        .object(
            "generalProductInformation",
            identity.write(new ObjectWriter().value("productIdentifier", product)).toJson())
        .object("carbonFootprint", carbonFootprint.toJson())
        .object("circularity", recycledContent == null ? null : recycledContent.toJson())
        .objectsUnlessEmpty("missing", missing, Remark::toJson)
        .objectsUnlessEmpty("doubts", doubts, Remark::toJson)
        .objects("evidence", evidence, Evidence::toJson)
        .toJson();
  }
}
