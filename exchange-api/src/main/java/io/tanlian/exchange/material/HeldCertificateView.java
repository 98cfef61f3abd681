package io.tanlian.exchange.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.energy.Electricity;
import io.tanlian.exchange.material.ElectricityView.PeriodView;
import io.tanlian.verifier.energy.CertificateHolding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a certificate or a transfer brought to its holder. Amounts in kilowatt hours.
 *
 * @param statement by which it is used
 * @param left not handed over, not cancelled
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HeldCertificateView(
    String statement,
    long index,
    String plant,
    String source,
    PeriodView generated,
    Optional<String> expires,
    String amount,
    String left) {

  static HeldCertificateView of(CertificateHolding held) {
    return new HeldCertificateView(
        held.statement().value(),
        held.index(),
        held.generation().plant().value(),
        held.generation().source().wireName(),
        PeriodView.of(held.generation().period()),
        held.expires().map(LocalDate::toString),
        Electricity.kilowattHours(held.amount()),
        Electricity.kilowattHours(held.left()));
  }
}
