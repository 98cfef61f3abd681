package io.tanlian.verifier.audit;

import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.witness.WitnessQuorum;
import java.util.List;

/**
 * What an auditor may choose.
 *
 * @param receipts receipts that participants kept: the log must still hold what they prove
 * @param fetchAll fetch the whole history again, even the tiles and disclosures an earlier run
 *     verified: finds damage to what the log has of them
 * @param compareAnswers ask the server for its own figures and compare
 * @param witnesses who must have cosigned the checkpoint that is audited; it is then the newest
 *     such
 */
public record AuditOptions(
    List<Receipt> receipts, boolean fetchAll, boolean compareAnswers, WitnessQuorum witnesses) {
  public static final AuditOptions DEFAULT =
      new AuditOptions(List.of(), false, false, WitnessQuorum.NONE);

  public AuditOptions {
    receipts = List.copyOf(receipts);
  }

  TileCopies.Reuse reuse() {
    return fetchAll ? TileCopies.Reuse.NOTHING : TileCopies.Reuse.FULL_TILES;
  }
}
