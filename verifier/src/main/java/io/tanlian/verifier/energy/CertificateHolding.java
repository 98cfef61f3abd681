package io.tanlian.verifier.energy;

import io.tanlian.contracts.energy.Electricity;
import io.tanlian.contracts.energy.Generation;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a certificate or a transfer brought to its holder, and how much of it has been used. All
 * amounts are watt hours.
 *
 * @param index of the statement's entry
 * @param used handed over or cancelled; never more than there is
 */
public record CertificateHolding(
    StatementId statement,
    long index,
    ParticipantId holder,
    Generation generation,
    Optional<LocalDate> expires,
    long amount,
    long used) {

  static CertificateHolding of(
      StatementId statement,
      long index,
      ParticipantId holder,
      Generation generation,
      Optional<LocalDate> expires,
      Electricity amount) {
    return new CertificateHolding(
        statement, index, holder, generation, expires, amount.wattHours(), 0);
  }

  public long left() {
    return amount - used;
  }

  /** With more, or with a negative amount less, of it used. */
  public CertificateHolding using(long wattHours) {
    return new CertificateHolding(
        statement, index, holder, generation, expires, amount, Math.addExact(used, wattHours));
  }
}
