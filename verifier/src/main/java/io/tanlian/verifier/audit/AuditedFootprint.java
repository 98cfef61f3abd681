package io.tanlian.verifier.audit;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.unit.Quantity;
import java.math.BigDecimal;

/** What the audit computed for a product as one participant declares it, from the ledger alone. */
public sealed interface AuditedFootprint {
  ProductId product();

  /** The participant whose declaration of the product it starts from. */
  ParticipantId issuer();

  /**
   * A figure.
   *
   * @param index of the product's own declaration
   * @param excludingUptake kgCO2e per declared unit, biogenic uptake left out
   * @param includingUptake kgCO2e per declared unit
   * @param missingInputs how many inputs anywhere behind it have no figure; none: it is complete
   * @param stale whether a statement in use is deprecated, superseded, withdrawn or expired at the
   *     time of the newest entry
   */
  record Computed(
      ProductId product,
      ParticipantId issuer,
      long index,
      Quantity declaredUnit,
      BigDecimal excludingUptake,
      BigDecimal includingUptake,
      int missingInputs,
      boolean stale)
      implements AuditedFootprint {

    public boolean complete() {
      return missingInputs == 0;
    }
  }

  /** No figure, and why. */
  record NotComputed(ProductId product, ParticipantId issuer, String reason)
      implements AuditedFootprint {}
}
