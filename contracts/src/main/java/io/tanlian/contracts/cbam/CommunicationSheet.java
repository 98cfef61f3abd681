package io.tanlian.contracts.cbam;

import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.evidence.Remark;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operator communicates to the importers of its goods (Implementing Regulation (EU)
 * 2023/1773, annex IV, section 1), with the ledger entries that prove it.
 *
 * @param reportingPeriod the reference period of the declaration, as it was declared
 * @param missing why something is absent; absent never means zero
 * @param doubts what to bear in mind
 */
public record CommunicationSheet(
    ReferencePeriod reportingPeriod,
    Operator operator,
    Installation installation,
    List<Goods> goods,
    List<Remark> missing,
    List<Remark> doubts,
    List<Evidence> evidence) {
  /** The name of its schema. */
  public static final String SCHEMA = "CbamCommunicationSheet";

  /** The rules whose content it has. */
  public static final String STANDARD = "Implementing Regulation (EU) 2023/1773, annex IV";

  public CommunicationSheet {
    goods = List.copyOf(goods);
    missing = List.copyOf(missing);
    doubts = List.copyOf(doubts);
    evidence = List.copyOf(evidence);
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("standard", STANDARD)
        .object(
            "reportingPeriod",
            new ObjectWriter()
                .value("start", reportingPeriod.start())
                .value("end", reportingPeriod.end())
                .toJson())
        .object("operator", operator.toJson())
        .object("installation", installation.toJson())
        .objects("goods", goods, Goods::toJson)
        .objectsUnlessEmpty("missing", missing, Remark::toJson)
        .objectsUnlessEmpty("doubts", doubts, Remark::toJson)
        .objects("evidence", evidence, Evidence::toJson)
        .toJson();
  }
}
