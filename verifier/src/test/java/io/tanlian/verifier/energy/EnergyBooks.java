package io.tanlian.verifier.energy;

import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.TradeHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Books that are kept beside the ledger: watt hours by the statement that brought them, from what
 * was said alone.
 *
 * @param recorded by certificates that stand
 * @param cancelled by claims that stand
 * @param left of what each certificate and transfer brought
 */
record EnergyBooks(long recorded, long cancelled, Map<StatementId, Long> left) {

  static EnergyBooks of(List<TradeHistory.Entry> entries) {
    long recorded = 0;
    long cancelled = 0;
    Map<StatementId, Long> left = new HashMap<>();
    for (TradeHistory.Entry entry : entries) {
      switch (entry.claim()) {
        case Claim.Certified(var certificate) -> {
          recorded += certificate.amount().wattHours();
          left.put(entry.id(), certificate.amount().wattHours());
        }
        case Claim.HandedOver(var transfer) -> {
          long amount = transfer.amount().wattHours();
          left.merge(transfer.certificate(), -amount, Long::sum);
          left.put(entry.id(), amount);
        }
        case Claim.Cancelled(var claim) -> {
          for (CertificateUse use : claim.cancellations()) {
            cancelled += use.amount().wattHours();
            left.merge(use.certificate(), -use.amount().wattHours(), Long::sum);
          }
        }
        case Claim.Reversed(var correction) -> {
          Claim undone = said(entries, correction.statement());
          if (undone instanceof Claim.Certified(var certificate)) {
            recorded -= certificate.amount().wattHours();
            left.remove(correction.statement());
          } else if (undone instanceof Claim.Cancelled(var claim)) {
            for (CertificateUse use : claim.cancellations()) {
              cancelled -= use.amount().wattHours();
              left.merge(use.certificate(), use.amount().wattHours(), Long::sum);
            }
          }
        }
        default -> throw new AssertionError("not about energy: " + entry.claim().type());
      }
    }
    return new EnergyBooks(recorded, cancelled, left);
  }

  private static Claim said(List<TradeHistory.Entry> entries, StatementId id) {
    return entries.stream()
        .filter(entry -> entry.id().equals(id))
        .map(TradeHistory.Entry::claim)
        .findFirst()
        .orElseThrow();
  }
}
