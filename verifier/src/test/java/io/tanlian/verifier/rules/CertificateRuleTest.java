package io.tanlian.verifier.rules;

import static io.tanlian.verifier.energy.Certificates.WIND;
import static io.tanlian.verifier.energy.Certificates.certificate;
import static io.tanlian.verifier.energy.Certificates.correction;
import static io.tanlian.verifier.energy.Certificates.generated;
import static io.tanlian.verifier.energy.Certificates.generation;
import static io.tanlian.verifier.energy.Certificates.period;
import static io.tanlian.verifier.energy.Certificates.transfer;
import static io.tanlian.verifier.energy.Certificates.wind;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.energy.EnergySource;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Market;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificateRuleTest {
  private static final String AT = " /credentialSubject";

  private final Market market = new Market();
  private final Company seller = market.seller;
  private final Company buyer = market.buyer;

  @Test
  void a_certificate_is_recorded_once_by_whomever() {
    StatementId first =
        market.append(seller, certificate("GO1", "GO500", WIND, "500000", null, null));
    String refusal =
        "energy.certificate-recorded%s/certificates: %s at index 6 recorded GO1 to GO500 of registry.example"
            .formatted(AT, first);

    assertThat(market.findings(seller, wind("GO0500", "1000"))).containsExactly(refusal);
    assertThat(market.findings(buyer, certificate("GO400", "GO900", WIND, "500000", null, null)))
        .containsExactly(refusal);
    assertThat(market.findings(buyer, wind("GO501", "1000"))).isEmpty();
  }

  @Test
  void its_electricity_has_been_generated() {
    Claim tomorrow =
        generated(generation(EnergySource.SOLAR, period("2026-11-01", "2026-11-22")), "GO1", "5");

    assertThat(market.findings(seller, tomorrow))
        .containsExactly(
            "energy.period-misfit%s/generation/period/last: The production period ends on 2026-11-22, the exchange took the statement on 2026-11-21"
                .formatted(AT));
    assertThat(market.findings(seller, tomorrow, "2026-11-22T00:00:00Z")).isEmpty();
  }

  @Test
  void its_holder_is_admitted() {
    ParticipantId stranger = ParticipantId.parse("did:web:stranger.example");

    assertThat(market.findings(seller, certificate("GO1", null, WIND, "5", stranger, null)))
        .containsExactly(
            "participant.unknown%s/holder: did:web:stranger.example is not admitted, and could not use the certificate"
                .formatted(AT));
    assertThat(market.findings(seller, certificate("GO1", null, WIND, "5", buyer.id(), null)))
        .isEmpty();
  }

  @Nested
  class Handed_over {
    private final StatementId certificate =
        market.append(
            seller, certificate("GO1", null, WIND, "1000", null, LocalDate.parse("2026-12-31")));

    private Claim to(ParticipantId recipient, String amount) {
      return transfer(certificate, recipient, WIND, amount, LocalDate.parse("2026-12-31"));
    }

    @Test
    void is_the_recipient_s_at_once_and_no_longer_the_holder_s() {
      StatementId got = market.append(seller, to(buyer.id(), "600.5"));

      assertThat(market.findings(seller, to(buyer.id(), "399.501")))
          .containsExactly(
              "energy.exceeds-certificate%s/certificate: 399.501 kWh are asked for, 399.5 kWh are left of %s"
                  .formatted(AT, certificate));
      assertThat(market.findings(seller, to(buyer.id(), "399.5"))).isEmpty();
      Claim back = transfer(got, seller.id(), WIND, "600.5", LocalDate.parse("2026-12-31"));
      assertThat(market.findings(buyer, back)).isEmpty();
      assertThat(market.findings(seller, back))
          .contains(
              "energy.not-yours%s/certificate: %s is not a certificate of %s"
                  .formatted(AT, got, seller.id()));
    }

    @Test
    void only_the_holder_learns_what_is_left() {
      assertThat(market.findings(buyer, to(seller.id(), "1001")))
          .containsExactly(
              "energy.not-yours%s/certificate: %s is not a certificate of %s"
                  .formatted(AT, certificate, buyer.id()));
    }

    @Test
    void goes_to_another_who_is_admitted() {
      assertThat(market.findings(seller, to(seller.id(), "1")))
          .containsExactly(
              "energy.transfer-misfit%s/recipient: Holder and recipient are the same"
                  .formatted(AT));
      assertThat(market.findings(seller, to(ParticipantId.parse("did:web:x.example"), "1")))
          .containsExactly(
              "participant.unknown%s/recipient: did:web:x.example is not admitted, and could not use it"
                  .formatted(AT));
    }

    @Test
    void stays_what_it_was() {
      assertThat(
              market.findings(
                  seller,
                  transfer(
                      certificate,
                      buyer.id(),
                      generation(EnergySource.SOLAR, WIND.period()),
                      "1",
                      null)))
          .containsExactly(
              "energy.transfer-misfit%s/generation: Plant, source or production period are not that of %s"
                  .formatted(AT, certificate),
              "energy.transfer-misfit%s/expires: The last day is not that of %s"
                  .formatted(AT, certificate));
    }

    @Test
    void has_not_expired() {
      assertThat(market.findings(seller, to(buyer.id(), "1"), "2026-12-31T23:59:59Z")).isEmpty();
      assertThat(market.findings(seller, to(buyer.id(), "1"), "2027-01-01T00:00:00Z"))
          .containsExactly(
              "energy.expired%s/certificate: %s could be used until 2026-12-31"
                  .formatted(AT, certificate));
    }
  }

  @Nested
  class Recorded_by_mistake {
    private final Claim said = wind("GO1", "1000");
    private final StatementId certificate = market.append(seller, said);

    @Test
    void is_undone_and_can_be_recorded_again_rightly() {
      market.append(seller, correction(certificate, said));

      assertThat(market.findings(seller, wind("GO1", "900"))).isEmpty();
      assertThat(market.findings(seller, transfer(certificate, buyer.id(), "1")))
          .containsExactly(
              "energy.certificate-corrected%s/certificate: %s was corrected away at index 7"
                  .formatted(AT, certificate));
      assertThat(market.findings(seller, correction(certificate, said)))
          .containsExactly(
              "energy.certificate-corrected%s/statement: %s was corrected at index 7 already"
                  .formatted(AT, certificate));
    }

    @Test
    void is_not_undone_once_something_of_it_was_used() {
      market.append(seller, transfer(certificate, buyer.id(), "0.001"));

      assertThat(market.findings(seller, correction(certificate, said)))
          .containsExactly(
              "energy.already-used%s/statement: 0.001 kWh of %s have been handed over or cancelled"
                  .formatted(AT, certificate));
    }

    @Test
    void is_undone_by_whoever_recorded_it_and_by_repeating_it() {
      assertThat(market.findings(buyer, correction(certificate, said)))
          .containsExactly(
              "reference.not-yours%s/statement: %s at index 6 is a statement of %s"
                  .formatted(AT, certificate, seller.id()));
      assertThat(market.findings(seller, correction(certificate, wind("GO1", "999"))))
          .containsExactly(
              "energy.correction-misfit%s: What is repeated is not what %s says"
                  .formatted(AT, certificate));
    }

    @Test
    void stays_once_it_is_sold_for_a_transfer_is_not_undone() {
      StatementId sold = market.append(seller, transfer(certificate, buyer.id(), "1"));

      assertThat(market.findings(seller, correction(sold, said)))
          .containsExactly(
              "reference.wrong-type%s/statement: %s at index 7 is a EnergyCertificateTransfer"
                  .formatted(AT, sold));
    }
  }
}
