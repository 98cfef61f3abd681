package io.tanlian.verifier.energy;

import io.tanlian.contracts.energy.Electricity;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the cancellations of a claim amount to: share = cancelled / consumed. All of them are of
 * renewable sources: the ledger takes no claim that cancels another.
 *
 * @param cancelled kilowatt hours
 * @param consumed kilowatt hours, above zero and at least as many
 */
public record RenewableElectricity(BigDecimal cancelled, BigDecimal consumed) {
  private static final int SHARE_DECIMALS = 6;

  public static RenewableElectricity of(RenewableElectricityClaim claim) {
    return new RenewableElectricity(
        new BigDecimal(Electricity.kilowattHours(claim.cancelledWattHours())),
        claim.consumed().kilowattHours());
  }

  /** Cut and not rounded, so that a miss never looks like a hit. */
  public BigDecimal share() {
    return cancelled.divide(consumed, SHARE_DECIMALS, RoundingMode.DOWN);
  }
}
