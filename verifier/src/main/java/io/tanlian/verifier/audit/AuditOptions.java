package io.tanlian.verifier.audit;

import io.tanlian.tlog.checkpoint.Receipt;
import java.util.List;

/**
 * What an auditor may choose.
 *
 * @param receipts receipts that participants kept: the log must still hold what they prove
 * @param fetchAll fetch the whole history again, even the tiles and disclosures an earlier run
 *     verified: finds damage to what the log has of them
 * @param compareAnswers ask the server for its own figures and compare
 */
public record AuditOptions(List<Receipt> receipts, boolean fetchAll, boolean compareAnswers) {
  public static final AuditOptions DEFAULT = new AuditOptions(List.of(), false, false);

  public AuditOptions {
    receipts = List.copyOf(receipts);
  }

  TileCopies.Reuse reuse() {
    return fetchAll ? TileCopies.Reuse.NOTHING : TileCopies.Reuse.FULL_TILES;
  }
}
